package dev.undertone.pages;

/**
 * How much there is; each is a system property of the same name behind {@code pages.}.
 *
 * @param submissions how many, over 90 days
 * @param held the share of them that a person should look at
 * @param open the share of these that nobody has decided about
 * @param rounds how often each page is asked for
 */
record Extent(int submissions, double held, double open, int rounds) {

    static Extent read() {
        return new Extent(
                Integer.getInteger("pages.submissions", 100_000),
                Double.parseDouble(System.getProperty("pages.held", "0.3")),
                Double.parseDouble(System.getProperty("pages.open", "0.33")),
                Integer.getInteger("pages.rounds", 30));
    }
}
