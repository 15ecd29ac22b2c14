package dev.undertone.cli;

import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.recipe.Distillation;
import dev.undertone.training.teacher.EnsembleMember;
import dev.undertone.training.teacher.Teacher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fine-tunes a student on labelled texts and on what a teacher reads in them. */
@Command(
        name = "distill",
        description = "Fine-tunes a student on a teacher's logits and hidden states and on the labels."
                + " Killed or stopped at any moment, it goes on with --resume.")
final class DistillCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--teacher",
            paramLabel = "ID[=K/N]",
            required = true,
            split = ",",
            description = "The checkpoint to learn from; the logits of several, with commas between, are averaged."
                    + " One that was trained --without-fold K/N is asked about that part alone.")
    private List<String> teachers = new ArrayList<>();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private TrainOptions options = new TrainOptions();

    @Mixin
    private DistillOptions distillation = new DistillOptions();

    DistillCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Distillation recipe = OneLineErrors.given(distillation::distillation);
        List<EnsembleMember> members = teachers.stream().map(this::member).toList();
        Teacher teacher = OneLineErrors.given(() -> new Teacher(members, recipe));
        Map<String, String> more = new LinkedHashMap<>(Map.of("teacher", String.join(",", teachers)));
        more.putAll(distillation.asOptions());
        TrainingRun.Kind kind = new TrainingRun.Kind("distill", more, Optional.of(teacher));
        return new TrainingRun(settings.get(), run, options, spec.commandLine().getErr()).go(kind);
    }

    private EnsembleMember member(String named) {
        if (named.contains("=")) {
            FoldReader reader = FoldReader.named("--teacher", named, settings.get());
            return EnsembleMember.withoutFold(reader.checkpoint(), reader.fold(), run.allTraining());
        }
        CheckpointId id = OneLineErrors.given("--teacher", () -> new CheckpointId(named));
        return EnsembleMember.ofAll(settings.get().store().open(id));
    }
}
