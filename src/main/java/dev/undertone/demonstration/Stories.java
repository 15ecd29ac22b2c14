package dev.undertone.demonstration;

import dev.undertone.demonstration.Story.Sense;
import dev.undertone.emotion.Emotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The made-up submissions, the oldest first. All were written for this purpose; none was ever said by anybody. */
final class Stories {

    private static final String FILE = "/demonstration/texts.txt";
    private static final Duration SPAN = Duration.ofDays(14);

    /** Not all at the same distance from each other: every third follows the one before closely. */
    private static final int CLOSE = 3;

    private static final double LAG = 0.35;
    private static final int FIELDS = 6;

    private final List<Story> all;

    Stories() {
        List<String> lines = lines();
        List<Story> stories = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            stories.add(read(lines.get(i), i, lines.size()));
        }
        this.all = List.copyOf(stories);
    }

    int size() {
        return all.size();
    }

    /** Those from this place on, at most as many as asked for. */
    List<Story> from(int place, int most) {
        return all.subList(Math.min(place, all.size()), Math.min(place + most, all.size()));
    }

    private static Story read(String line, int number, int of) {
        String[] fields = line.split(" \\| ", FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalStateException(
                    "line " + (number + 1) + " of " + FILE + " has " + fields.length + " fields");
        }
        double place = (number + 1 - (number % CLOSE == 1 ? 1 - LAG : 0)) / (of + 1);
        Duration age = Duration.ofSeconds(Math.round(SPAN.toSeconds() * (1 - place)));
        return new Story(
                number,
                fields[0],
                fields[1],
                Emotion.withLabel(fields[2]),
                sense(fields[3]),
                Optional.of(fields[4]).filter(context -> !context.equals("-")),
                fields[5],
                age);
    }

    private static Sense sense(String letter) {
        return switch (letter) {
            case "n" -> Sense.FINE;
            case "y" -> Sense.HARMFUL;
            case "i" -> Sense.NOTHING_TO_DECIDE;
            case "e" -> Sense.FOR_A_LEAD;
            default -> throw new IllegalStateException("there is no sense \"" + letter + "\" in " + FILE);
        };
    }

    private static List<String> lines() {
        try (InputStream file = Stories.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
