package crooked.review;

import java.util.function.UnaryOperator;

/** Breaks: text for machines does not depend on the locale of the machine. */
final class Native {

    String formatted(int rows) {
        return "fetch first %d rows only".formatted(rows);
    }

    String format(int step) {
        return String.format("step-%08d", step);
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    String lower(String name) {
        return name.toLowerCase();
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    UnaryOperator<String> upperLater() {
        return String::toUpperCase;
    }
}
