package dev.undertone.pages;

import java.util.Arrays;
import java.util.Random;

/** The probabilities of a made-up text and what the first policy says about them. */
final class Scores {

    private static final int ANGER = 3;
    private static final int FEAR = 4;
    private static final double STRONG = 0.8;
    private static final int[] CALM = {0, 1, 2, 5};

    private final double[] probabilities;
    private final String queue;

    private Scores(double[] probabilities, String queue) {
        this.probabilities = probabilities;
        this.queue = queue;
    }

    /** Those of a text that is held, or of one that is not. */
    static Scores of(boolean held, Random random) {
        if (!held) {
            int winner = random.nextInt(3) == 0 ? ANGER + random.nextInt(2) : CALM[random.nextInt(CALM.length)];
            boolean loud = winner == ANGER || winner == FEAR;
            return new Scores(spread(winner, loud ? 0.4 + 0.39 * random.nextDouble() : strong(random), random), "");
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Scores(spread(FEAR, strong(random), random), "care");
            case 1 ->
                new Scores(spread(random.nextInt(CALM.length), 0.3 + 0.2 * random.nextDouble(), random), "uncertain");
            default -> new Scores(spread(ANGER, strong(random), random), "conduct");
        };
    }

    private static double strong(Random random) {
        return STRONG + (1 - STRONG) * Math.sqrt(random.nextDouble());
    }

    private static double[] spread(int winner, double probability, Random random) {
        double[] raw = random.doubles(6).toArray();
        raw[winner] = 0;
        double sum = Arrays.stream(raw).sum();
        double[] all =
                Arrays.stream(raw).map(share -> share / sum * (1 - probability)).toArray();
        all[winner] = probability;
        return all;
    }

    /** Of the emotions in their order. */
    double[] probabilities() {
        return probabilities.clone();
    }

    /** Where a person looks at it; empty if nobody has to. */
    String queue() {
        return queue;
    }

    boolean held() {
        return !queue.isEmpty();
    }

    String rule() {
        return switch (queue) {
            case "conduct" -> "anger";
            case "care" -> "fear";
            default -> "unsure";
        };
    }

    String notices() {
        return queue.equals("uncertain") ? "UNCERTAIN" : "";
    }

    /** The reasons as they are stored. */
    String judgement() {
        String reasons = switch (queue) {
            case "conduct" -> measured("anger", "ANGER", probabilities[ANGER]);
            case "care" -> measured("fear", "FEAR", probabilities[FEAR]);
            case "uncertain" ->
                "{\"rule\":\"unsure\",\"emotion\":null,\"score\":null,\"threshold\":null,"
                        + "\"text\":\"The model is unsure.\"}";
            default -> "";
        };
        return "{\"reasons\":[" + reasons + "],\"weight\":1.0}";
    }

    private static String measured(String rule, String emotion, double score) {
        return "{\"rule\":\"%s\",\"emotion\":\"%s\",\"score\":%s,\"threshold\":%s,\"text\":\"%s is strong.\"}"
                .formatted(rule, emotion, score, STRONG, rule);
    }
}
