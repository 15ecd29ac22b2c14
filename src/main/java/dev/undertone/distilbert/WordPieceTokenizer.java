package dev.undertone.distilbert;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Splits texts into the token ids a checkpoint was trained on; safe for use by many threads. */
public final class WordPieceTokenizer implements AutoCloseable {

    /** Nothing is cut or padded here: long texts are read in windows, and padding is made for a batch. */
    private static final Map<String, String> OPTIONS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true");

    private final HuggingFaceTokenizer tokenizer;

    /**
     * A tokenizer from the content of a {@code tokenizer.json}.
     *
     * @throws IllegalArgumentException if the content is not a tokenizer
     */
    public WordPieceTokenizer(String tokenizerJson) {
        TorchRuntime.prepare();
        try {
            this.tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(tokenizerJson.getBytes(StandardCharsets.UTF_8)), OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tokenizer", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("tokenizer.json is no tokenizer: " + e.getMessage(), e);
        }
    }

    /** The ids of a text, its start and end marks included; as many as the text needs. */
    public long[] encode(String text) {
        return tokenizer.encode(text).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
