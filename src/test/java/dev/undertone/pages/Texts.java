package dev.undertone.pages;

import java.util.Random;

/** Made-up texts that look like any others to a database: of all lengths, and no two alike. */
final class Texts {

    private static final String[] WORDS =
            ("i you we they feel felt was is not so very a the that this and but because when"
                            + " angry scared happy loved sad surprised today again never always work home friend mother server"
                            + " game match ticket answer nobody everybody left came told said heard waiting late early")
                    .split(" ");

    private static final int SHORTEST = 20;
    private static final int SPREAD = 600;

    private Texts() {}

    static String text(Random random) {
        int length = SHORTEST + random.nextInt(1 + random.nextInt(SPREAD));
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString().strip();
    }
}
