package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.evaluation.Draws;
import dev.undertone.training.evaluation.Draws.Draw;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.FinishedRun.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which checkpoints are draws of one recipe, so that a figure is not the luck of one seed. */
final class SeedOptions {

    @Option(
            names = "--seeds",
            paramLabel = "ID",
            split = ",",
            description =
                    "Checkpoints of one recipe that differ in nothing but the seed: a row each, mean and deviation.")
    private List<String> seeds = new ArrayList<>();

    boolean given() {
        return !seeds.isEmpty();
    }

    /**
     * Opens the checkpoints.
     *
     * @param same others that have to be of the same recipe, without being one of the draws
     * @throws OneLineErrors.WrongUsage if they are too few, or if two differ in more than the seed or not even in that
     */
    List<Checkpoint> open(Settings settings, Checkpoint... same) {
        if (seeds.size() < Draws.FEWEST) {
            throw new OneLineErrors.WrongUsage("--seeds: give at least " + Draws.FEWEST + " checkpoints");
        }
        List<Checkpoint> draws = seeds.stream().map(settings::checkpoint).toList();
        List<Checkpoint> all = new ArrayList<>(draws);
        all.addAll(List.of(same));
        requireOneRecipe(all);
        requireDifferentSeeds(draws);
        return draws;
    }

    private static void requireOneRecipe(List<Checkpoint> checkpoints) {
        Checkpoint first = checkpoints.get(0);
        RecipeFile recipe = RecipeFile.of(first);
        for (Checkpoint other : checkpoints) {
            List<String> differences = recipe.differencesFrom(RecipeFile.of(other));
            if (!differences.isEmpty()) {
                throw new OneLineErrors.WrongUsage("--seeds: " + first.id() + " and " + other.id()
                        + " differ in more than the seed: " + String.join(", ", differences));
            }
        }
    }

    private static void requireDifferentSeeds(List<Checkpoint> draws) {
        Map<Long, Checkpoint> bySeed = new LinkedHashMap<>();
        for (Checkpoint draw : draws) {
            if (RecipeFile.of(draw).isSoup()) {
                throw new OneLineErrors.WrongUsage("--seeds: " + draw.id() + " is the mean of others, not a draw");
            }
            long seed = RecipeFile.of(draw).seed();
            Checkpoint before = bySeed.put(seed, draw);
            if (before != null) {
                throw new OneLineErrors.WrongUsage("--seeds: " + before.id() + " and " + draw.id() + " both have seed "
                        + seed + ", so they are one draw");
            }
        }
    }

    /** Measures one after the other. */
    static Draws measure(List<Checkpoint> checkpoints, Function<Checkpoint, EvaluationReport> measure) {
        List<EvaluationReport> reports = checkpoints.stream().map(measure).toList();
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Checkpoint checkpoint = checkpoints.get(i);
            draws.add(new Draw(
                    checkpoint.id().value(),
                    RecipeFile.of(checkpoint).seed(),
                    checkpoint.calibration().isPresent(),
                    Figures.of(reports.get(i))));
        }
        return new Draws(reports.get(0).precision(), reports.get(0).examples(), draws);
    }
}
