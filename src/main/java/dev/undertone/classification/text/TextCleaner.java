package dev.undertone.classification.text;

import java.util.List;

/**
 * Reads through disguises: gives the text that a person sees in place of the one that was sent.
 *
 * <p>Takes any Java string. Plain text comes back as the same instance. Time and memory grow with the length of the
 * text and with nothing else. Safe for many threads.
 */
public final class TextCleaner {

    /**
     * Each step relies on the ones before: look-alikes are read before spaced letters, hidden characters before both.
     */
    private static final List<Draft.Step> STEPS = List.of(
            new BrokenCharacters(),
            new HiddenCharacters(),
            new StackedMarks(),
            new LookAlikeWords(),
            new SpacedLetters());

    /** Plain ASCII has nothing that the steps before the last look for. */
    private static final List<Draft.Step> STEPS_FOR_ASCII = STEPS.subList(STEPS.size() - 1, STEPS.size());

    /** Whether a character leaves nothing on the page, whatever its category. */
    public static boolean isInvisible(int codePoint) {
        return codePoint == HiddenCharacters.EMPTY_BRAILLE || HiddenCharacters.isHidden(codePoint);
    }

    /** Cleans one text, blank or not, of any length. */
    public CleanedText clean(String text) {
        Draft draft = Draft.of(text);
        for (Draft.Step step : isPlainAscii(text) ? STEPS_FOR_ASCII : STEPS) {
            draft = step.apply(draft);
        }
        return new CleanedText(text, draft.text().toString(), draft.offsets(), draft.obfuscated());
    }

    static List<Draft.Step> allSteps() {
        return STEPS;
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x7F || (unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r')) {
                return false;
            }
        }
        return true;
    }
}
