package dev.undertone.classification.web;

import org.jspecify.annotations.Nullable;

/**
 * What the analyse page sends.
 *
 * @param text the text in the field
 * @param explain whether to show the words that moved the score
 * @param example the name of an example to take instead of the text; comes only from a page without scripts
 */
record AnalyseForm(
        @Nullable String text,
        @Nullable Boolean explain,
        @Nullable String example) {

    boolean wantsWords() {
        return Boolean.TRUE.equals(explain);
    }
}
