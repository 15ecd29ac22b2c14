package dev.undertone.classification;

import dev.undertone.classification.text.TextCleaner;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Why a text cannot be classified. */
public enum TextFault {
    /** Nothing in it that could be read: spaces, control characters, invisible characters or halves of characters. */
    BLANK(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Longer than {@link EmotionClassifier#MAX_TEXT_LENGTH}. */
    TOO_LONG(HttpStatus.CONTENT_TOO_LARGE);

    private final HttpStatus status;

    TextFault(HttpStatus status) {
        this.status = status;
    }

    /** Finds what is wrong with a text, if anything is. */
    public static Optional<TextFault> in(String text) {
        if (text.length() > EmotionClassifier.MAX_TEXT_LENGTH) {
            return Optional.of(TOO_LONG);
        }
        return text.codePoints().allMatch(TextFault::isInvisible) ? Optional.of(BLANK) : Optional.empty();
    }

    /** The status that an endpoint answers with. */
    public HttpStatus status() {
        return status;
    }

    /**
     * One line that names the text and says what to do.
     *
     * @param pointer the JSON pointer to the text
     * @param length of the text in UTF-16 code units
     */
    public String detail(String pointer, int length) {
        return switch (this) {
            case BLANK -> pointer + " has no readable character; send at least one word.";
            case TOO_LONG ->
                String.format(
                        Locale.ROOT,
                        "%s has %,d characters; at most %,d are read. Split it into several texts.",
                        pointer,
                        length,
                        EmotionClassifier.MAX_TEXT_LENGTH);
        };
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || TextCleaner.isInvisible(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }
}
