package dev.undertone.system;

import dev.undertone.moderation.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a JSON body, in words that name the place but none of our classes.
 *
 * @param pointer the JSON pointer to the place; empty for the body as a whole
 * @param detail what is wrong there
 */
record UnreadableBody(String pointer, String detail) {

    private static final int LONGEST_NAME = 60;

    /** The largest numbers of the types of whole numbers. */
    private static final Map<Class<?>, Long> WHOLE = Map.of(
            int.class,
            (long) Integer.MAX_VALUE,
            Integer.class,
            (long) Integer.MAX_VALUE,
            long.class,
            Long.MAX_VALUE,
            Long.class,
            Long.MAX_VALUE);

    /** Finds out what was wrong from the reason why a body could not be read. */
    static UnreadableBody because(@Nullable Throwable reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return unknownField(unknown);
            }
            if (cause instanceof MismatchedInputException mismatch) {
                return wrongType(mismatch, mismatch.getTargetType());
            }
            if (cause instanceof InputCoercionException outOfRange) {
                return wrongType(outOfRange, outOfRange.getTargetType());
            }
            if (cause instanceof StreamConstraintsException) {
                return new UnreadableBody("", "The JSON is nested too deeply, or a name or number in it is too long.");
            }
            if (cause instanceof StreamReadException broken) {
                return new UnreadableBody("", "The body is not valid JSON" + at(broken.getLocation()) + ".");
            }
        }
        return new UnreadableBody("", "The body is missing or is not JSON in UTF-8.");
    }

    /** The problem document for it. */
    ProblemDetail asProblem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("errors", List.of(this));
        return problem;
    }

    private static UnreadableBody unknownField(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        String expected = known == null
                ? ""
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ", "; known here: ", ""));
        String name = printable(unknown.getPropertyName());
        return new UnreadableBody(pointer(unknown), "Unknown field \"" + name + "\"" + expected + ".");
    }

    private static UnreadableBody wrongType(JacksonException mismatch, @Nullable Class<?> type) {
        String pointer = pointer(mismatch);
        String subject = pointer.isEmpty() ? "The body" : "The field " + pointer;
        return new UnreadableBody(pointer, subject + " must be " + expected(type) + at(mismatch.getLocation()) + ".");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text in quotes";
        }
        if (type == Instant.class) {
            return "a time in quotes, such as \"2026-01-31T08:30:00Z\"";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (WHOLE.containsKey(type)) {
            return "a whole number of at most " + WHOLE.get(type);
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "an object";
    }

    private static String pointer(JacksonException problem) {
        return problem.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : printable(step.getPropertyName()).replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : String.format(Locale.ROOT, " (line %d, column %d)", location.getLineNr(), location.getColumnNr());
    }

    private static String printable(String name) {
        return StorableText.echo(name, LONGEST_NAME);
    }
}
