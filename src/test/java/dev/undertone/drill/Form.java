package dev.undertone.drill;

/** How much of a drill is run: a short form in every build, the whole with {@code mvn verify -Pdrills}. */
public final class Form {

    private static final boolean WHOLE = Boolean.getBoolean("undertone.drills");

    private Form() {}

    /** The size for this run. */
    public static int of(int shortForm, int whole) {
        return WHOLE ? whole : shortForm;
    }

    /** Whether figures that depend on the machine are checked too. */
    static boolean isWhole() {
        return WHOLE;
    }
}
