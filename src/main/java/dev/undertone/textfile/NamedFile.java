package dev.undertone.textfile;

import java.util.Locale;

/** The name of the file being read, made safe for one line, and the refusals that carry it. */
record NamedFile(String name) {

    private static final int LONGEST = 200;

    /** Control characters and endless names would spoil the one line of a message. */
    NamedFile {
        String oneLine = name.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", "?");
        name = oneLine.length() > LONGEST ? "…" + oneLine.substring(oneLine.length() - LONGEST) : oneLine;
    }

    UnreadableFile unreadable(String fact) {
        return new UnreadableFile(name + ": " + fact);
    }

    UnreadableFile unreadable(String fact, Throwable cause) {
        return new UnreadableFile(name + ": " + fact, cause);
    }

    UnreadableFile tooLarge(String fact) {
        return new UnreadableFile.TooLarge(name + ": " + fact);
    }

    /** The last part of the name that tells the format, such as {@code csv}, looking through {@code .gz}. */
    String extension() {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
