package dev.undertone.training.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One part of a data set that was cut into several of about one size: every so-manieth example.
 *
 * @param number which part, from 1
 * @param of how many parts there are, at least 2
 */
public record Fold(int number, int of) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    /** Refuses a part that is not there. */
    public Fold {
        if (of < 2 || number < 1 || number > of) {
            throw new IllegalArgumentException("fold " + number + "/" + of + ", expected such as 1/5");
        }
    }

    /**
     * Reads a fold such as {@code 1/5}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Fold parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("fold " + text + ", expected such as 1/5");
        }
        return new Fold(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The examples of this part. */
    public List<Example> inside(Dataset dataset) {
        return part(dataset, true);
    }

    /** The data set without this part. */
    public Dataset outside(Dataset dataset) {
        return new Dataset(dataset.name(), part(dataset, false));
    }

    private List<Example> part(Dataset dataset, boolean mine) {
        return IntStream.range(0, dataset.size())
                .filter(index -> (index % of == number - 1) == mine)
                .mapToObj(dataset.examples()::get)
                .toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
