package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTests {

    private static final CheckpointId ONE = new CheckpointId("one");
    private static final CheckpointId TWO = new CheckpointId("two");

    @TempDir
    Path root;

    private ModelStore store;

    @BeforeEach
    void openStore() {
        store = new ModelStore(root);
    }

    @Test
    void checkpointsAreListedByName() throws IOException {
        TinyCheckpoint.write(root.resolve("two"));
        TinyCheckpoint.dropIn(root.resolve("one"));
        TinyCheckpoint.write(root.resolve(".hidden"));
        TinyCheckpoint.write(root.resolve("no id"));
        Files.createDirectories(root.resolve("empty"));

        assertThat(store.list()).containsExactly(ONE, TWO);
        assertThat(new ModelStore(root.resolve("nowhere")).list()).isEmpty();
    }

    @Test
    void checkpointIsFoundByName() {
        TinyCheckpoint.write(root.resolve("one"));

        assertThat(store.find(TWO)).isEmpty();
        assertThat(store.find(ONE).orElseThrow().id()).isEqualTo(ONE);
        assertThat(store.open(ONE).folder()).isEqualTo(root.resolve("one"));
        assertThatThrownBy(() -> store.open(TWO))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(root.resolve("two") + ": there is no such checkpoint; there are [one]");
    }

    @Test
    void soundCheckpointVerifies() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        TinyCheckpoint.dropIn(root.resolve("two"));

        Verification one = store.verify(ONE);

        assertThat(one).isEqualTo(new Verification(ONE, OptionalInt.of(6), 40, 446));
        assertThat(one.summary())
                .isEqualTo("one: 6 files are as the manifest says; 40 tensors with 446 numbers, all there and finite");
        assertThat(store.verify(TWO).summary())
                .isEqualTo("two: there is no manifest, so a changed byte would not be noticed; "
                        + "40 tensors with 446 numbers, all there and finite");
    }

    @Test
    void checkpointWithAManifestIsUsedWithoutBeingHashedAgain() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        Files.writeString(root.resolve("one/README.md"), "a card");

        assertThat(store.open(ONE).id()).isEqualTo(ONE);
    }

    @Test
    void interruptedReplacementIsTakenBack() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        Files.move(root.resolve("one"), root.resolve(".one.replaced"));

        assertThat(store.open(ONE).id()).isEqualTo(ONE);
        assertThat(root.resolve("one")).isDirectory();
    }

    @Test
    void linkToAFolderOutsideTheStoreIsRefused(@TempDir Path outside) throws IOException {
        TinyCheckpoint.write(outside.resolve("one"));
        Files.createSymbolicLink(root.resolve("one"), outside.resolve("one"));

        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(root.resolve("one") + ": is a symbolic link that leads out of the model store");
    }

    @Test
    void nothingActivatedMeansTheShippedOneOrTheOnlyOne() {
        assertThat(store.active()).isEmpty();
        TinyCheckpoint.write(root.resolve("one"));
        assertThat(store.active()).contains(ONE);
        TinyCheckpoint.write(root.resolve("two"));
        assertThat(store.active()).isEmpty();
        TinyCheckpoint.write(root.resolve("emotion-distilbert"));
        assertThat(store.active()).contains(new CheckpointId("emotion-distilbert"));
    }

    @Test
    void activatedCheckpointStaysActive() {
        TinyCheckpoint.write(root.resolve("emotion-distilbert"));
        TinyCheckpoint.write(root.resolve("one"));
        TinyCheckpoint.write(root.resolve("two"));

        store.activate(ONE);
        store.activate(TWO);

        assertThat(new ModelStore(root).active()).contains(TWO);
        assertThat(root.resolve("active")).hasContent("two");
        assertThat(store.list()).hasSize(3);
    }

    @Test
    void checkpointThatDoesNotVerifyIsNotActivated() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        TinyCheckpoint.write(root.resolve("two"));
        store.activate(ONE);
        Files.writeString(root.resolve("two/vocab.txt"), "changed");

        assertThatThrownBy(() -> store.activate(TWO)).isInstanceOf(CheckpointRefused.class);
        assertThatThrownBy(() -> store.activate(new CheckpointId("three"))).isInstanceOf(CheckpointRefused.class);

        assertThat(store.active()).contains(ONE);
    }

    @Test
    void whatFailsAlongsideAnActivationLeavesTheActiveOneAndTheOneBefore() {
        CheckpointId three = new CheckpointId("three");
        List.of(ONE, TWO, three).forEach(id -> TinyCheckpoint.write(root.resolve(id.value())));
        store.activate(ONE);
        store.activate(TWO);

        assertThatThrownBy(() -> store.activate(three, ModelStoreTests::fail)).hasMessage("not taken down");

        assertThat(store.active()).contains(TWO);
        assertThat(store.previous()).contains(ONE);
    }

    @Test
    void whatFailsAlongsideTheFirstActivationLeavesNoneActivated() {
        TinyCheckpoint.write(root.resolve("one"));
        TinyCheckpoint.write(root.resolve("two"));

        assertThatThrownBy(() -> store.activate(ONE, ModelStoreTests::fail)).hasMessage("not taken down");

        assertThat(store.active()).isEmpty();
        assertThat(store.previous()).isEmpty();
    }

    private static void fail() {
        throw new IllegalStateException("not taken down");
    }

    @Test
    void fileThatNamesTheActiveCheckpointCannotLeadOutOfTheStore() throws IOException {
        Files.writeString(root.resolve("active"), "../elsewhere\n");

        assertThatThrownBy(() -> store.active())
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(root.resolve("active") + ": checkpoint id \"../elsewhere\" must be");
    }

    @Test
    void cardIsAddedAndTheManifestRenewed() throws IOException {
        Path folder = TinyCheckpoint.write(root.resolve("one"));

        store.addTexts(ONE, Map.of("README.md", "# One\n", "evaluation.json", "{}"));
        store.addTexts(ONE, Map.of("README.md", "# Better\n"));

        assertThat(folder.resolve("README.md")).hasContent("# Better\n");
        assertThat(store.verify(ONE).files()).hasValue(8);
    }

    @Test
    void addingACardDoesNotHideAChangedByte() throws IOException {
        Path folder = TinyCheckpoint.write(root.resolve("one"));
        Files.writeString(folder.resolve("special_tokens_map.json"), "{}");

        assertThatThrownBy(() -> store.addTexts(ONE, Map.of("README.md", "# One\n")))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("special_tokens_map.json");
        assertThat(folder.resolve("README.md")).doesNotExist();
    }

    @Test
    void addedTextCannotReplaceAPartOfTheCheckpoint() {
        Path folder = TinyCheckpoint.write(root.resolve("one"));

        assertThatThrownBy(() -> store.addTexts(ONE, Map.of("config.json", "{}")))
                .isInstanceOf(CheckpointRefused.class);
        assertThat(store.verify(ONE).files()).hasValue(6);
        assertThat(folder.resolveSibling(".one.writing")).doesNotExist();
    }

    @Test
    void idsThatLeadElsewhereAreNoIds() {
        for (String name : List.of("..", ".", "", "a/b", "../one", "a\\b", "-x", ".hidden", "a\0", "x".repeat(101))) {
            assertThatThrownBy(() -> new CheckpointId(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
