package dev.undertone.modelstore;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.folder.CheckpointFolder;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the answers of a checkpoint can be trusted, measured on texts that it had not seen: {@code calibration.json}.
 *
 * @param temperature what logits are divided by so that probabilities are as often right as they say (Guo et al. 2017,
 *     arXiv 1706.04599, section 4.2), above 0
 * @param certainty how it is measured whether an answer is sure
 * @param threshold answers below it are uncertain
 * @param fittedOn which texts, for people
 */
public record Calibration(double temperature, Certainty certainty, double threshold, String fittedOn) {

    /** The name of the file. */
    public static final String FILE = "calibration.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Refuses a temperature that scales nothing and a threshold that is no number. */
    public Calibration {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature is " + temperature + ", expected above 0");
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("threshold is " + threshold + ", expected a number");
        }
    }

    /** The probabilities of an answer, at this temperature. */
    public EmotionScores scores(float[] logits) {
        return EmotionScores.ofLogits(scaled(logits));
    }

    /** How sure an answer is, in the terms of the threshold. */
    public double certaintyOf(float[] logits) {
        return certainty.of(certainty == Certainty.ENERGY ? logits : scaled(logits));
    }

    private float[] scaled(float[] logits) {
        float[] scaled = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scaled[i] = (float) (logits[i] / temperature);
        }
        return scaled;
    }

    /** The text of the file. */
    public String json() {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.createObjectNode()
                                .put("temperature", temperature)
                                .put("certainty", certainty.name().toLowerCase(Locale.ROOT))
                                .put("threshold", threshold)
                                .put("fittedOn", fittedOn))
                + "\n";
    }

    /**
     * Reads the file of a checkpoint.
     *
     * @throws CheckpointRefused if it is not as it should be
     */
    static Calibration read(CheckpointFolder folder) {
        Path file = folder.path().resolve(FILE);
        JsonNode json = folder.json(FILE);
        try {
            return new Calibration(
                    json.path("temperature").doubleValue(),
                    Certainty.valueOf(json.path("certainty").stringValue("").toUpperCase(Locale.ROOT)),
                    json.path("threshold").doubleValue(),
                    json.path("fittedOn").stringValue(""));
        } catch (RuntimeException e) {
            throw new CheckpointRefused(file, "is no calibration: " + e.getMessage(), e);
        }
    }
}
