package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("one").with("two");
    }

    @Test
    void theActivatedCheckpointHasAStar() {
        assertThat(workshop.run("checkpoint", "list").output()).containsExactly("  one", "  two");

        Answer answer = workshop.run("checkpoint", "activate", "two");

        assertThat(answer.exitCode()).isZero();
        assertThat(workshop.run("checkpoint", "list").output()).containsExactly("  one", "* two");
    }

    @Test
    void anEmptyStoreIsSaidToBeEmpty() {
        Answer answer = new Workshop(folder.resolve("empty")).run("checkpoint", "list");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors()).containsExactly("There is no checkpoint in " + folder.resolve("empty/store") + ".");
    }

    @Test
    void showTellsSizesAndLabels() {
        assertThat(workshop.run("checkpoint", "show", "one").output())
                .containsExactly(
                        "checkpoint   one",
                        "folder       " + workshop.store().resolve("one"),
                        "network      DistilBERT, 2 layers of width 24 with 3 heads, feed-forward 48",
                        "tokens       27 in the vocabulary, 40 at once",
                        "labels       sadness, joy, love, anger, fear, surprise");
    }

    @Test
    void verifyAnswersForEveryCheckpoint() {
        Answer answer = workshop.run("checkpoint", "verify");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).hasSize(2).allMatch(line -> line.contains("files are as the manifest says"));
    }

    @Test
    void aFlippedByteIsFoundAndTheOtherCheckpointsAreStillChecked() throws IOException {
        Path weights = flipAByteOf("one");

        Answer answer = workshop.run("checkpoint", "verify");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .startsWith("undertone: " + weights + ": ")
                .contains("SHA-256");
        assertThat(answer.output()).singleElement().asString().startsWith("two: ");
    }

    @Test
    void aBrokenCheckpointIsNotActivated() throws IOException {
        workshop.run("checkpoint", "activate", "two");
        flipAByteOf("one");

        assertThat(workshop.run("checkpoint", "activate", "one").exitCode()).isEqualTo(1);
        assertThat(workshop.run("checkpoint", "list").output()).containsExactly("  one", "* two");
    }

    @Test
    void anImportedFolderAnswersUnderItsOwnName() {
        Path mine = folder.resolve("downloads/mine");
        TinyCheckpoint.in(mine);

        Answer answer = workshop.run("checkpoint", "import", mine.toString());

        assertThat(answer.output())
                .containsExactly("Imported mine into " + workshop.store().resolve("mine"));
        assertThat(workshop.run("classify", "--checkpoint", "mine", "me").exitCode())
                .isZero();
    }

    @Test
    void whatIsExportedCanBeImportedAndAnswersTheSame() {
        Path target = folder.resolve("handed-on");

        assertThat(workshop.run("checkpoint", "export", "one", target.toString())
                        .output())
                .containsExactly("Exported one to " + target);

        workshop.run("checkpoint", "import", target.toString(), "--output", "back");
        assertThat(workshop.run("classify", "--json", "--checkpoint", "back", "i am sad")
                        .output())
                .isEqualTo(workshop.run("classify", "--json", "--checkpoint", "one", "i am sad")
                        .output());
    }

    @Test
    void aTakenNameIsNotImportedOver() {
        Path one = folder.resolve("downloads/one");
        TinyCheckpoint.in(one);

        Answer answer = workshop.run("checkpoint", "import", one.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .startsWith("undertone: " + workshop.store().resolve("one") + ": ");
    }

    @Test
    void anImportNeedsOneSource() {
        Answer answer = workshop.run("checkpoint", "import");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: give either a Hugging Face folder or --bert-base ARCHIVE");
    }

    @Test
    void layersThatAreNoneAreWrongUsage() {
        Answer answer = workshop.run("checkpoint", "import", "--bert-base", "bert.zip", "--layers", "top");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).singleElement().asString().startsWith("undertone: --layers top: ");
    }

    @Test
    void anArchiveThatIsNoneIsRefusedByName() {
        Path file = workshop.file("bert.zip", "not a zip");

        Answer answer = workshop.run("checkpoint", "import", "--bert-base", file.toString(), "--output", "bert");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors()).singleElement().asString().startsWith("undertone: " + file + ": ");
    }

    private Path flipAByteOf(String checkpoint) throws IOException {
        Path weights = workshop.store().resolve(checkpoint).resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 3] ^= 1;
        return Files.write(weights, bytes);
    }

    @Test
    void someLayersAreExportedAsASmallerNetworkToStartFrom() {
        Workshop workshop = new Workshop(folder.resolve("layers")).with("tiny");
        Path one = folder.resolve("layers/last-layer");

        assertThat(workshop.run("checkpoint", "export", "tiny", one.toString(), "--layers", "1")
                        .exitCode())
                .isZero();

        Checkpoint whole = Checkpoint.open(workshop.store().resolve("tiny"));
        Checkpoint small = Checkpoint.open(one);
        assertThat(small.config().layers()).isEqualTo(1);
        try (Weights all = whole.openWeights();
                Weights some = small.openWeights()) {
            assertThat(some.floats("distilbert.transformer.layer.0.ffn.lin1.weight"))
                    .isEqualTo(all.floats("distilbert.transformer.layer.1.ffn.lin1.weight"));
            assertThat(some.floats("classifier.weight")).isEqualTo(all.floats("classifier.weight"));
        }
        assertThat(workshop.run("checkpoint", "export", "tiny", one + "-2", "--layers", "0-2")
                        .errors())
                .containsExactly("undertone: --layers: layer 2 is not there, the checkpoint has 0 to 1");
    }
}
