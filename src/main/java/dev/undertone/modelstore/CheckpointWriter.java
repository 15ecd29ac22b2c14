package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.FolderSwap;
import dev.undertone.modelstore.huggingface.ConfigJson;
import dev.undertone.modelstore.huggingface.ExpectedTensors;
import dev.undertone.modelstore.huggingface.TokenizerJson;
import dev.undertone.modelstore.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes checkpoints as Hugging Face's library reads them, whole or not at all. */
public final class CheckpointWriter {

    private static final Set<String> PARTS = Set.of(
            "config.json",
            "tokenizer.json",
            "vocab.txt",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "model.safetensors.index.json",
            "manifest.json");

    private final Path folder;
    private final WeightsFormat format;
    private final Map<String, String> extraFiles;

    /**
     * Prepares to write.
     *
     * @param folder the checkpoint's folder; an older one that was written this way is replaced
     * @param format type and file size of the weights
     * @param extraFiles texts that lie beside the weights, such as README.md, by plain file name
     */
    public CheckpointWriter(Path folder, WeightsFormat format, Map<String, String> extraFiles) {
        this.folder = folder;
        this.format = format;
        this.extraFiles = Map.copyOf(extraFiles);
    }

    /**
     * Writes everything beside the folder first and then renames it, so that a crash leaves either the old state or the
     * new one under the folder's name.
     *
     * @param weights read one tensor at a time; those that the network does not have are left out
     * @throws CheckpointRefused if a tensor is missing or has another shape, a number is not finite or does not fit the
     *     format, or the folder cannot be written
     */
    public void write(EncoderConfig config, TokenizerDefinition tokenizer, Weights weights) {
        ExpectedTensors.requireIn(weights, config, "the weights for " + folder);
        FolderSwap swap = new FolderSwap(folder);
        swap.write(temporary -> {
            texts(temporary, config, tokenizer);
            new SafetensorsWriter(temporary, format)
                    .write(weights, List.copyOf(ExpectedTensors.of(config).keySet()));
        });
    }

    private void texts(Path temporary, EncoderConfig config, TokenizerDefinition tokenizer) throws IOException {
        int padding = tokenizer.vocabulary().indexOf(TokenizerJson.PADDING);
        FolderSwap.text(temporary, ConfigJson.FILE, ConfigJson.write(config, format, padding));
        FolderSwap.text(temporary, "tokenizer.json", tokenizer.json());
        FolderSwap.text(temporary, "vocab.txt", String.join("\n", tokenizer.vocabulary()) + "\n");
        FolderSwap.text(
                temporary, "tokenizer_config.json", TokenizerJson.config(tokenizer.lowerCase(), config.maxPositions()));
        FolderSwap.text(temporary, "special_tokens_map.json", TokenizerJson.specialTokensMap());
        for (Map.Entry<String, String> extra : extraFiles.entrySet()) {
            requireExtra(temporary, extra.getKey());
            FolderSwap.text(temporary, extra.getKey(), extra.getValue());
        }
    }

    /** A text beside the weights must lie in the folder and must not take the place of what makes the checkpoint. */
    static void requireExtra(Path folder, String name) {
        boolean part = name.endsWith(".safetensors") || PARTS.contains(name);
        if (part || name.startsWith(".") || !CheckpointFolder.isPlainName(name)) {
            throw new CheckpointRefused(folder, "\"" + name + "\" cannot be added to a checkpoint");
        }
    }
}
