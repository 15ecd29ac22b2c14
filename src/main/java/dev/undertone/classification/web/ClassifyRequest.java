package dev.undertone.classification.web;

import dev.undertone.classification.TextFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a classify call, as it was sent.
 *
 * @param text a single text; exactly one of the two is there
 * @param texts 1 to {@value #MAX_TEXTS} texts
 */
record ClassifyRequest(@Nullable String text, @Nullable List<@Nullable String> texts) {

    static final int MAX_TEXTS = 256;

    /**
     * The texts to classify, in order.
     *
     * @throws TextRefused if there are none, too many, or one that cannot be classified
     */
    List<String> toClassify() {
        if (text != null && texts == null) {
            return List.of(checked(text, "/text"));
        }
        if (texts == null || text != null) {
            throw TextRefused.neitherOrBoth();
        }
        if (texts.isEmpty()) {
            throw TextRefused.noTexts();
        }
        if (texts.size() > MAX_TEXTS) {
            throw TextRefused.tooManyTexts(texts.size());
        }
        java.util.ArrayList<String> checked = new java.util.ArrayList<>(texts.size());
        for (String each : texts) {
            checked.add(checked(each, "/texts/" + checked.size()));
        }
        return checked;
    }

    private static String checked(@Nullable String text, String pointer) {
        if (text == null) {
            throw TextRefused.missing(pointer);
        }
        TextFault.in(text).ifPresent(fault -> {
            throw TextRefused.of(fault, pointer, text.length());
        });
        return text;
    }
}
