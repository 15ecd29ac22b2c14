package dev.undertone.cli;

import dev.undertone.training.recipe.Distillation;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How much a student listens to its teacher, and where. */
final class DistillOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "2",
            description = "What logits are divided by before they are compared, ${DEFAULT-VALUE}.")
    private double temperature;

    @Option(
            names = "--alpha-hard",
            paramLabel = "WEIGHT",
            defaultValue = "0.5",
            description = "Weight of the labels, ${DEFAULT-VALUE}.")
    private double alphaHard;

    @Option(
            names = "--alpha-soft",
            paramLabel = "WEIGHT",
            defaultValue = "0.5",
            description = "Weight of the teacher's logits, ${DEFAULT-VALUE}.")
    private double alphaSoft;

    @Option(
            names = "--alpha-hidden",
            paramLabel = "WEIGHT",
            defaultValue = "0.2",
            description = "Weight of the teacher's hidden states, ${DEFAULT-VALUE}.")
    private double alphaHidden;

    @Option(
            names = "--teacher-layers",
            paramLabel = "LIST",
            defaultValue = "",
            description =
                    "The teacher's layer for each of the student's, such as 1,3,5,7,9,11; evenly spread if empty.")
    private String teacherLayers = "";

    @Option(
            names = "--teach-extra",
            arity = "0..1",
            paramLabel = "true|false",
            description =
                    "The teacher is asked about the texts of --extra as well; otherwise their labels count alone.")
    private boolean teachExtra;

    Distillation distillation() {
        return new Distillation(temperature, alphaHard, alphaSoft, alphaHidden, teacherLayers, teachExtra);
    }

    /** Option names without dashes, and their values, in the order of the card. */
    Map<String, String> asOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("temperature", Double.toString(temperature));
        options.put("alpha-hard", Double.toString(alphaHard));
        options.put("alpha-soft", Double.toString(alphaSoft));
        options.put("alpha-hidden", Double.toString(alphaHidden));
        if (!teacherLayers.isBlank()) {
            options.put("teacher-layers", teacherLayers);
        }
        if (teachExtra) {
            options.put("teach-extra", "true");
        }
        return options;
    }
}
