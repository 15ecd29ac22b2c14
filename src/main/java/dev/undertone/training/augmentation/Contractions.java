package dev.undertone.training.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are written in full, drawn together with an apostrophe, and by many without it. Those that would be
 * another word without it, such as "were" for "we're", have no third form.
 */
final class Contractions {

    private static final List<List<String>> FORMS = List.of(
            List.of("i am", "i'm", "im"),
            List.of("i have", "i've", "ive"),
            List.of("i will", "i'll"),
            List.of("i would", "i'd"),
            List.of("you are", "you're", "youre"),
            List.of("we are", "we're"),
            List.of("they are", "they're", "theyre"),
            List.of("it is", "it's"),
            List.of("that is", "that's", "thats"),
            List.of("there is", "there's", "theres"),
            List.of("what is", "what's", "whats"),
            List.of("do not", "don't", "dont"),
            List.of("does not", "doesn't", "doesnt"),
            List.of("did not", "didn't", "didnt"),
            List.of("is not", "isn't", "isnt"),
            List.of("are not", "aren't", "arent"),
            List.of("was not", "wasn't", "wasnt"),
            List.of("were not", "weren't", "werent"),
            List.of("have not", "haven't", "havent"),
            List.of("has not", "hasn't", "hasnt"),
            List.of("had not", "hadn't", "hadnt"),
            List.of("will not", "won't", "wont"),
            List.of("would not", "wouldn't", "wouldnt"),
            List.of("could not", "couldn't", "couldnt"),
            List.of("should not", "shouldn't", "shouldnt"),
            List.of("cannot", "can't", "cant"));

    private static final Map<String, List<String>> BY_FORM = FORMS.stream()
            .flatMap(forms -> forms.stream().map(form -> Map.entry(form, forms)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The longer forms first, so that "did not" is not read as "i did" and "not". */
    private static final Pattern ANY = Pattern.compile(
            BY_FORM.keySet().stream()
                    .sorted(java.util.Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(Function.identity()))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![\\p{L}'])(?:", ")(?![\\p{L}'])")),
            Pattern.CASE_INSENSITIVE);

    private Contractions() {}

    /** Every such place of the text in another of its forms. */
    static String rewrite(String text, RandomGenerator random) {
        return ANY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(other(match.group(), random)));
    }

    private static String other(String form, RandomGenerator random) {
        String small = form.toLowerCase(java.util.Locale.ROOT);
        List<String> others = new ArrayList<>(BY_FORM.getOrDefault(small, List.of()));
        others.remove(small);
        if (others.isEmpty()) {
            return form;
        }
        String chosen = others.get(random.nextInt(others.size()));
        boolean capital = Character.isUpperCase(form.charAt(0));
        return capital ? Character.toUpperCase(chosen.charAt(0)) + chosen.substring(1) : chosen;
    }
}
