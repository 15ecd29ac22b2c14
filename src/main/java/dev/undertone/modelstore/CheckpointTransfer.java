package dev.undertone.modelstore;

import dev.undertone.modelstore.bertbase.BertBundle;
import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.FolderSwap;
import dev.undertone.modelstore.folder.Manifest;
import dev.undertone.modelstore.safetensors.SafetensorsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Brings checkpoints into a folder, from wherever they come. */
final class CheckpointTransfer {

    private static final String CARD = "README.md";

    /** What a Hugging Face folder may have beside its weights that is of use here. */
    private static final List<String> TEXTS = List.of(
            "config.json",
            "tokenizer.json",
            "vocab.txt",
            "tokenizer_config.json",
            "special_tokens_map.json",
            Calibration.FILE,
            Lexicon.FILE,
            CARD,
            "LICENSE");

    private final Path target;

    CheckpointTransfer(Path target) {
        this.target = target;
    }

    void fromBertBase(Path archive, LayerSelection layers, long seed) {
        new FolderSwap(target).requireNew();
        try (BertBundle bundle = BertBundle.open(archive);
                Weights weights = bundle.weights(layers, seed)) {
            Path vocabulary = Path.of(archive + "!vocab.txt");
            TokenizerDefinition tokenizer = TokenizerDefinition.ofVocabulary(vocabulary, bundle.vocabulary(), true);
            new CheckpointWriter(target, WeightsFormat.F32, Map.of()).write(bundle.config(layers), tokenizer, weights);
        }
    }

    /** Copies what belongs to the checkpoint and leaves the rest, such as pickles and optimizer states, behind. */
    void fromFolder(CheckpointFolder source, CheckpointId id) {
        Verification.of(id, source);
        List<Path> files = new ArrayList<>();
        TEXTS.stream().filter(source::has).map(source::file).forEach(files::add);
        try (SafetensorsFolder weights = SafetensorsFolder.open(source)) {
            weights.fileNames().stream().map(source::file).forEach(files::add);
        }
        new FolderSwap(target).requireNew().write(temporary -> {
            copy(files, temporary);
            Verification.of(id, new CheckpointFolder(temporary));
        });
    }

    void fromCheckpoint(Checkpoint checkpoint, WeightsFormat format) {
        new FolderSwap(target).requireNew();
        CheckpointFolder folder = new CheckpointFolder(checkpoint.folder());
        Map<String, String> texts = new TreeMap<>();
        Stream.of(CARD, Calibration.FILE, Lexicon.FILE)
                .filter(folder::has)
                .forEach(name -> texts.put(name, folder.text(name)));
        try (Weights weights = checkpoint.openWeights()) {
            new CheckpointWriter(target, format, texts).write(checkpoint.config(), checkpoint.tokenizer(), weights);
        }
    }

    /** Some layers of a checkpoint, to start a smaller network from; without what was measured of the whole. */
    void fromLayers(Checkpoint checkpoint, LayerSelection layers, WeightsFormat format) {
        EncoderConfig config = FewerLayers.config(checkpoint.config(), layers);
        new FolderSwap(target).requireNew();
        try (Weights weights = new FewerLayers(checkpoint.openWeights(), layers)) {
            new CheckpointWriter(target, format, Map.of()).write(config, checkpoint.tokenizer(), weights);
        }
    }

    void fromTraining(Checkpoint base, Weights weights, WeightsFormat format) {
        new FolderSwap(target).requireNew();
        new CheckpointWriter(target, format, Map.of()).write(base.config(), base.tokenizer(), weights);
    }

    void withTexts(CheckpointFolder folder, CheckpointId id, Map<String, String> texts) {
        new FolderSwap(target).write(temporary -> {
            try (Stream<Path> files = Files.list(folder.path())) {
                copy(files.filter(Files::isRegularFile).toList(), temporary);
            }
            Files.deleteIfExists(temporary.resolve(Manifest.FILE));
            for (Map.Entry<String, String> text : texts.entrySet()) {
                CheckpointWriter.requireExtra(temporary, text.getKey());
                FolderSwap.text(temporary, text.getKey(), text.getValue());
            }
            Verification.of(id, new CheckpointFolder(temporary));
        });
    }

    private static void copy(List<Path> files, Path folder) throws IOException {
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }
}
