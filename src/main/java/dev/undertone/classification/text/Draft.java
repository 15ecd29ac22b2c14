package dev.undertone.classification.text;

import java.util.Arrays;

/**
 * A text on its way through the cleaning steps.
 *
 * @param text what the next step reads
 * @param offsets the way back to the original
 * @param obfuscated whether a step has found something that was meant to mislead
 */
record Draft(CharSequence text, OffsetMap offsets, boolean obfuscated) {

    /** One step of the cleaning: reads a draft from left to right and answers the same one if nothing is to do. */
    @FunctionalInterface
    interface Step {
        Draft apply(Draft draft);
    }

    static Draft of(CharSequence text) {
        return new Draft(text, OffsetMap.identity(text.length()), false);
    }

    /**
     * Writes the next draft by going over this one from left to right; what is neither dropped nor replaced is kept.
     */
    static final class Rewriter {

        private final Draft source;
        private final StringBuilder written = new StringBuilder();
        private int[] starts = new int[0];
        private int[] ends = new int[0];
        private int copied;
        private boolean changed;
        private boolean found;

        Rewriter(Draft source) {
            this.source = source;
        }

        /** Leaves out the units from start to end. */
        void drop(int start, int end) {
            replace(start, end, "");
        }

        /** Puts a text for the units from start to end; each of its units leads back to all of them. */
        void replace(int start, int end, CharSequence replacement) {
            begin();
            keepUntil(start);
            for (int i = 0; i < replacement.length(); i++) {
                write(replacement.charAt(i), source.offsets.originalStart(start), source.offsets.originalEnd(end));
            }
            copied = end;
        }

        /** Notes that what was found was meant to mislead. */
        void flag() {
            found = true;
        }

        Draft done() {
            if (!changed) {
                return found && !source.obfuscated ? new Draft(source.text, source.offsets, true) : source;
            }
            keepUntil(source.text.length());
            OffsetMap offsets =
                    OffsetMap.of(Arrays.copyOf(starts, written.length()), Arrays.copyOf(ends, written.length()));
            return new Draft(written.toString(), offsets, source.obfuscated || found);
        }

        private void begin() {
            if (!changed) {
                changed = true;
                starts = new int[source.text.length() + 16];
                ends = new int[source.text.length() + 16];
            }
        }

        private void keepUntil(int end) {
            for (int i = copied; i < end; i++) {
                write(source.text.charAt(i), source.offsets.originalStart(i), source.offsets.originalEnd(i + 1));
            }
            copied = end;
        }

        private void write(char unit, int start, int end) {
            int at = written.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            starts[at] = start;
            ends[at] = end;
            written.append(unit);
        }
    }
}
