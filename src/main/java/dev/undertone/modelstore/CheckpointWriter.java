package dev.undertone.modelstore;

import dev.undertone.modelstore.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes checkpoints as Hugging Face's library reads them, whole or not at all. */
public final class CheckpointWriter {

    private final Path folder;
    private final WeightsFormat format;
    private final Map<String, String> extraFiles;

    /**
     * Prepares to write.
     *
     * @param folder the checkpoint's folder; an older checkpoint there is replaced
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
            FolderSwap.text(temporary, extra.getKey(), extra.getValue());
        }
    }
}
