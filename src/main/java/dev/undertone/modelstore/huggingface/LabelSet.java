package dev.undertone.modelstore.huggingface;

import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.CheckpointRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The labels of a {@code config.json}, in whichever of its fields and spellings they are. */
final class LabelSet {

    private static final int SIZE = Emotion.inOrder().size();

    private final Path file;
    private final JsonNode config;

    LabelSet(Path file, JsonNode config) {
        this.file = file;
        this.config = config;
    }

    /**
     * The names of the six emotions in the order of the output, which may differ from {@link Emotion#inOrder()}. The
     * generic names LABEL_0 to LABEL_5 stand for the emotions in their own order, as in the published checkpoints that
     * were saved without names.
     *
     * @throws CheckpointRefused if they are not exactly the six emotions
     */
    List<String> inOutputOrder() {
        List<String> labels = read();
        if (labels.size() != SIZE) {
            throw refused("has " + labels.size() + " labels " + labels + ", expected the " + SIZE + " emotions "
                    + Emotion.labels());
        }
        List<String> generic =
                IntStream.range(0, SIZE).mapToObj(id -> "LABEL_" + id).toList();
        if (labels.equals(generic)) {
            return Emotion.inOrder().stream().map(Emotion::label).toList();
        }
        List<String> lowerCase =
                labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList();
        for (String label : lowerCase) {
            if (Emotion.withLabel(label).isEmpty()) {
                throw refused("has the label \"" + label + "\", expected " + Emotion.labels());
            }
        }
        if (new HashSet<>(lowerCase).size() != SIZE) {
            throw refused("has a label twice: " + lowerCase);
        }
        return lowerCase;
    }

    private List<String> read() {
        JsonNode names = config.path("id2label");
        if (names.isArray()) {
            List<String> labels = new ArrayList<>();
            names.forEach(name -> labels.add(name.stringValue(name.toString())));
            return labels;
        }
        Map<Integer, String> byId = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : names.properties()) {
            put(
                    byId,
                    entry.getKey(),
                    entry.getValue().stringValue(entry.getValue().toString()));
        }
        if (byId.isEmpty()) {
            for (Map.Entry<String, JsonNode> entry : config.path("label2id").properties()) {
                put(byId, entry.getValue().asString(""), entry.getKey());
            }
        }
        if (byId.isEmpty()) {
            throw refused("id2label is missing");
        }
        return List.copyOf(byId.values());
    }

    private void put(Map<Integer, String> byId, String id, String label) {
        if (!id.matches("\\d{1,6}") || byId.put(Integer.valueOf(id), label) != null) {
            throw refused("the id \"" + id + "\" of label \"" + label + "\" is no number or stands there twice");
        }
    }

    private CheckpointRefused refused(String fact) {
        return new CheckpointRefused(file, fact);
    }
}
