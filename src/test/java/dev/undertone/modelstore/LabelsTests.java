package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.emotion.Emotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class LabelsTests {

    @TempDir
    Path store;

    private Path folder;

    @BeforeEach
    void dropInAFolder() throws IOException {
        folder = TinyCheckpoint.dropIn(store.resolve("tiny"));
    }

    @Test
    void labelSetOfAnotherSizeIsRefused() throws IOException {
        config(root -> root.putObject("id2label").put("0", "NEGATIVE").put("1", "POSITIVE"));
        assertRefused("config.json: has 2 labels [NEGATIVE, POSITIVE], expected the 6 emotions "
                + "sadness, joy, love, anger, fear, surprise");

        config(root -> ((ObjectNode) root.remove("id2label")).size());
        config(root -> root.remove("label2id"));
        assertRefused("config.json: id2label is missing");
    }

    @Test
    void labelsOfSomethingElseAreRefused() throws IOException {
        config(root -> ((ObjectNode) root.path("id2label")).put("3", "disgust"));
        assertRefused("config.json: has the label \"disgust\", expected sadness, joy, love, anger, fear, surprise");

        config(root -> ((ObjectNode) root.path("id2label")).put("3", "joy"));
        assertRefused("config.json: has a label twice: [sadness, joy, love, joy, fear, surprise]");
    }

    @Test
    void labelsMayBeAListOrInCapitalsOrOnlyTheirInverse() throws IOException {
        config(root -> {
            root.remove("id2label");
            Emotion.inOrder().forEach(emotion -> root.withArray("id2label").add(emotion.name()));
        });
        assertThat(Checkpoint.open(folder).config()).isEqualTo(TinyCheckpoint.CONFIG);

        config(root -> root.remove("id2label"));
        assertThat(Checkpoint.open(folder).config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    @Test
    void labelsSavedWithoutNamesAreTheEmotionsInTheirOrder() throws IOException {
        config(root -> {
            ObjectNode labels = root.putObject("id2label");
            for (int id = 5; id >= 0; id--) {
                labels.put(Integer.toString(id), "LABEL_" + id);
            }
        });

        assertThat(Checkpoint.open(folder).config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    @Test
    void labelsInAnotherOrderMoveTheRowsOfTheHead() throws IOException {
        config(root -> {
            ObjectNode labels = root.putObject("id2label");
            List<Emotion> emotions = Emotion.inOrder();
            for (int id = 0; id < 6; id++) {
                labels.put(Integer.toString(id), emotions.get(5 - id).label());
            }
        });

        Checkpoint checkpoint = Checkpoint.open(folder);

        assertThat(checkpoint.config()).isEqualTo(TinyCheckpoint.CONFIG);
        float[] stored = TinyCheckpoint.weights().floats("classifier.weight");
        float[] bias = TinyCheckpoint.weights().floats("classifier.bias");
        try (Weights weights = checkpoint.openWeights()) {
            assertThat(Arrays.copyOfRange(weights.floats("classifier.weight"), 4, 8))
                    .isEqualTo(Arrays.copyOfRange(stored, 16, 20));
            assertThat(weights.floats("classifier.bias"))
                    .containsExactly(bias[5], bias[4], bias[3], bias[2], bias[1], bias[0]);
            assertThat(weights.floats("pre_classifier.bias"))
                    .isEqualTo(TinyCheckpoint.weights().floats("pre_classifier.bias"));
        }
    }

    private void config(Consumer<ObjectNode> change) throws IOException {
        JsonEdit.edit(folder.resolve("config.json"), change);
    }

    private void assertRefused(String fact) {
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(fact)
                .message()
                .hasLineCount(1);
    }
}
