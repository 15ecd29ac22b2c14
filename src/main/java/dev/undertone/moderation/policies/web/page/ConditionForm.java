package dev.undertone.moderation.policies.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.policy.Condition;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a rule as it stands in the form; which fields count depends on the kind.
 *
 * @param kind what it looks at
 * @param emotion its label
 * @param percent a threshold, 0 to 100
 * @param notice its name
 * @param channels names between commas
 * @param from the shortest length; blank for any
 * @param to the longest length; blank for any
 */
record ConditionForm(
        @Nullable Kind kind,
        @Nullable String emotion,
        @Nullable String percent,
        @Nullable String notice,
        @Nullable String channels,
        @Nullable String from,
        @Nullable String to) {

    /** What a condition can look at. */
    enum Kind {
        EMOTION,
        NOTICE,
        CHANNELS,
        LENGTH,
        MARGIN,
        SPREAD
    }

    /** A condition of a kind as it stands there before anybody filled it in. */
    static ConditionForm blank(@Nullable Kind kind) {
        return switch (kind == null ? Kind.EMOTION : kind) {
            case EMOTION -> ofEmotion(Emotion.ANGER.label(), "80");
            case NOTICE -> new ConditionForm(Kind.NOTICE, null, null, Notice.UNCERTAIN.name(), null, null, null);
            case CHANNELS -> new ConditionForm(Kind.CHANNELS, null, null, null, "", null, null);
            case LENGTH -> new ConditionForm(Kind.LENGTH, null, null, null, null, "", "");
            case MARGIN -> new ConditionForm(Kind.MARGIN, null, "10", null, null, null, null);
            case SPREAD -> new ConditionForm(Kind.SPREAD, null, "90", null, null, null, null);
        };
    }

    static ConditionForm of(Condition condition) {
        if (condition instanceof Condition.EmotionAtLeast it) {
            return ofEmotion(it.emotion().label(), Share.percent(it.threshold()));
        } else if (condition instanceof Condition.MarginBelow it) {
            return new ConditionForm(Kind.MARGIN, null, Share.percent(it.limit()), null, null, null, null);
        } else if (condition instanceof Condition.EntropyAtLeast it) {
            return new ConditionForm(Kind.SPREAD, null, Share.percent(it.threshold()), null, null, null, null);
        } else if (condition instanceof Condition.HasNotice it) {
            return new ConditionForm(Kind.NOTICE, null, null, it.notice().name(), null, null, null);
        } else if (condition instanceof Condition.InChannel it) {
            String names = String.join(", ", new TreeSet<>(it.channels()));
            return new ConditionForm(Kind.CHANNELS, null, null, null, names, null, null);
        }
        Condition.LengthBetween it = (Condition.LengthBetween) condition;
        String longest = it.atMost() == Integer.MAX_VALUE ? "" : Integer.toString(it.atMost());
        return new ConditionForm(Kind.LENGTH, null, null, null, null, Integer.toString(it.atLeast()), longest);
    }

    private static ConditionForm ofEmotion(String label, String percent) {
        return new ConditionForm(Kind.EMOTION, label, percent, null, null, null, null);
    }

    /** The steps of the slider, fine enough for the digits that the threshold has. */
    public String step() {
        int dot = text(percent).indexOf('.');
        return dot < 0 ? "1" : "0." + "0".repeat(text(percent).length() - dot - 2) + "1";
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException with what is wrong, if it says nothing that can be looked at
     */
    Condition read() {
        return switch (known()) {
            case EMOTION ->
                new Condition.EmotionAtLeast(
                        Emotion.withLabel(text(emotion)).orElseThrow(() -> unknown("an emotion")),
                        Share.ofPercent(text(percent)));
            case NOTICE -> new Condition.HasNotice(knownNotice());
            case CHANNELS -> new Condition.InChannel(names());
            case LENGTH -> new Condition.LengthBetween(number(from, 0), number(to, Integer.MAX_VALUE));
            case MARGIN -> new Condition.MarginBelow(Share.ofPercent(text(percent)));
            case SPREAD -> new Condition.EntropyAtLeast(Share.ofPercent(text(percent)));
        };
    }

    private Kind known() {
        if (kind == null) {
            throw unknown("something to look at");
        }
        return kind;
    }

    private Notice knownNotice() {
        return Arrays.stream(Notice.values())
                .filter(one -> one.name().equals(notice))
                .findFirst()
                .orElseThrow(() -> unknown("a notice"));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(text(channels).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no channel is named; write at least one, with commas between them");
        }
        return names;
    }

    private static int number(@Nullable String typed, int ifBlank) {
        String text = text(typed);
        if (text.isEmpty()) {
            return ifBlank;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("the length \"" + Share.shown(text) + "\" is no whole number");
        }
        return Integer.parseInt(text);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("choose " + what);
    }
}
