package dev.undertone.modelstore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which layers of BERT-base become the layers of a DistilBERT, from the bottom up.
 *
 * @param numbers layer numbers from 0, rising
 */
public record LayerSelection(List<Integer> numbers) {

    private static final Pattern PART = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

    /** Refuses an empty selection and one that is not rising. */
    public LayerSelection {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("no layers are chosen");
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < 0 || (i > 0 && numbers.get(i) <= numbers.get(i - 1))) {
                throw new IllegalArgumentException("layers " + numbers + " are not rising numbers from 0");
            }
        }
    }

    /**
     * Reads a selection such as {@code 0-5} or {@code 0,2,4,7,9,11}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static LayerSelection parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "layers \"" + text + "\" are not numbers and ranges such as 0-5 or 0,2,4,7,9,11");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return new LayerSelection(numbers);
    }
}
