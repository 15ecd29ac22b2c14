package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Lexicon;
import dev.undertone.training.data.DataFolder;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.GoEmotions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Counts the words of training texts and keeps them beside the weights, so that slips of the fingers are read right.
 */
@Command(
        name = "lexicon",
        description =
                "Counts the words of the texts that a checkpoint was trained on. Words that it does not know are then"
                        + " read as the one of these that is one slip away.")
final class LexiconCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CheckpointOption checkpoint = new CheckpointOption();

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder with the training data.")
    private Path data = Path.of("");

    @Option(
            names = "--posts",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files like GoEmotions' train.tsv, of which all posts are counted too.")
    private List<Path> posts = new ArrayList<>();

    LexiconCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Checkpoint meant = checkpoint.open(settings.get());
        List<String> texts = new ArrayList<>(new DataFolder(data)
                .train().examples().stream().map(Example::text).toList());
        posts.forEach(file -> texts.addAll(GoEmotions.read(file).posts()));
        Lexicon lexicon = Lexicon.of(source(texts.size()), texts);
        settings.get().store().addTexts(meant.id(), Map.of(Lexicon.FILE, lexicon.text()));
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %,d words of %s%n",
                        meant.id(),
                        lexicon.counts().size(),
                        lexicon.source());
        return 0;
    }

    private String source(int count) {
        return String.format(
                Locale.ROOT, "%,d texts (lexicon --data DIR%s)", count, FileNames.option("--posts", posts));
    }
}
