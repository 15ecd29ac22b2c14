package dev.undertone.review.triage.web;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.policy.QueueName;
import dev.undertone.review.triage.Bins;
import dev.undertone.review.triage.TriageFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page shows, as its address says it. What an address cannot mean is left out, so that an old or mistyped one
 * still shows something.
 *
 * @param emotion whose scores are spread; anger if none
 * @param queue only those of one queue
 * @param rule only those that this rule held
 * @param channel only those that were posted there
 * @param from start of the range in percent; 90 if none
 * @param to end of the range in percent; 100 if none
 * @param seed draws the sample; the same one shows the same items
 */
record TriageQuery(
        @Nullable String emotion,
        @Nullable String queue,
        @Nullable String rule,
        @Nullable String channel,
        @Nullable String from,
        @Nullable String to,
        @Nullable String seed) {

    private static final int START = 90;
    private static final int LONGEST = 200;

    public TriageFilter filter() {
        return new TriageFilter(which(), queueName(), named(rule), named(channel));
    }

    public Emotion which() {
        return named(emotion).flatMap(Emotion::withLabel).orElse(Emotion.ANGER);
    }

    private Optional<QueueName> queueName() {
        try {
            return named(queue).map(QueueName::new);
        } catch (IllegalArgumentException form) {
            return Optional.empty();
        }
    }

    private static Optional<String> named(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(name -> !name.isBlank() && name.length() <= LONGEST && name.indexOf('\0') < 0);
    }

    public Bins bins() {
        return Bins.between(number(from, START), number(to, 100));
    }

    /** Everybody draws others, so that two people who look at the same range see more of it. */
    long draw(Caller caller) {
        return caller.actor().id().hashCode() * 31L + round();
    }

    /** How many samples were drawn before. */
    public int round() {
        return number(seed, 0);
    }

    private static int number(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException words) {
            return otherwise;
        }
    }

    /** The address that shows this again. */
    public String address() {
        return address("/triage", round());
    }

    /** The address that shows other items of the same range. */
    public String next() {
        return address("/triage", round() + 1);
    }

    /** The address of the counts as a file. */
    public String file() {
        return address("/triage/histogram.csv", 0);
    }

    private String address(String path, int round) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("emotion", which().label());
        queueName().ifPresent(name -> address.queryParam("queue", name.value()));
        named(rule).ifPresent(name -> address.queryParam("rule", "{rule}"));
        named(channel).ifPresent(name -> address.queryParam("channel", "{channel}"));
        address.queryParam("from", bins().fromPercent()).queryParam("to", bins().toPercent());
        if (round != 0) {
            address.queryParam("seed", round);
        }
        return address.encode()
                .buildAndExpand(java.util.Map.of(
                        "rule",
                        named(rule).orElse(""),
                        "channel",
                        named(channel).orElse("")))
                .toUriString();
    }
}
