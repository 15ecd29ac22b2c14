package dev.undertone.moderation.policies.web;

import dev.undertone.figures.Proportion;
import dev.undertone.moderation.policies.preview.Counts;
import dev.undertone.moderation.policies.preview.Flip;
import dev.undertone.moderation.policies.preview.Preview;
import dev.undertone.moderation.policies.preview.Previews;
import dev.undertone.moderation.policies.preview.Quality;
import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a version would do.
 *
 * @param version the previewed version
 * @param live the one that judges now
 * @param judged how many submissions had scores
 * @param unscored how many had none; they are held whatever a policy says, and counted nowhere else
 * @param would what the version says
 * @param now what the live one says about the same scores
 * @param change how many more of each; fewer are negative
 * @param flips about which submissions they differ
 * @param quality how well the version agrees with people
 * @param liveQuality how well the live one does
 * @param note how to read precision and recall
 */
record PreviewAnswer(
        String version,
        String live,
        long judged,
        long unscored,
        Counts would,
        Counts now,
        Counts change,
        Flips flips,
        QualityBody quality,
        QualityBody liveQuality,
        String note) {

    private static final String NOTE = "Precision and recall count only submissions that people approved or rejected."
            + " What was never held is seldom decided, so recall says nothing about what nobody looked at.";

    static PreviewAnswer of(Previews.PreviewOfVersion of) {
        Preview preview = of.preview();
        return new PreviewAnswer(
                of.version(),
                of.live(),
                preview.judged(),
                preview.unscored(),
                preview.would(),
                preview.now(),
                preview.would().minus(preview.now()),
                new Flips(
                        preview.flips(),
                        preview.sample().stream().map(FlipBody::of).toList()),
                QualityBody.of(preview.wouldQuality()),
                QualityBody.of(preview.nowQuality()),
                NOTE);
    }

    /**
     * Submissions about which two policies differ, in verdict or queue.
     *
     * @param count how many
     * @param sample the newest of them
     */
    record Flips(long count, List<FlipBody> sample) {}

    /**
     * One of them.
     *
     * @param submission its id
     * @param now what the live version says
     * @param would what the previewed one says
     */
    record FlipBody(String submission, OutcomeBody now, OutcomeBody would) {
        static FlipBody of(Flip flip) {
            return new FlipBody(
                    flip.submission().toString(), OutcomeBody.of(flip.before()), OutcomeBody.of(flip.after()));
        }
    }

    /**
     * What a policy says about one.
     *
     * @param verdict ALLOW, HOLD or BLOCK
     * @param queue where a person looks; null if nobody has to
     */
    record OutcomeBody(String verdict, @Nullable String queue) {
        static OutcomeBody of(Outcome outcome) {
            return new OutcomeBody(
                    outcome.verdict().label(),
                    outcome.queue().map(QueueName::value).orElse(null));
        }
    }

    /**
     * How well a policy agrees with people.
     *
     * @param decided how many submissions were approved or rejected
     * @param precision of what it holds or blocks, the share that people rejected; null if there is none
     * @param recall of what people rejected, the share that it holds or blocks; null if there is none
     */
    record QualityBody(
            long decided,
            @Nullable Share precision,
            @Nullable Share recall) {
        static QualityBody of(Quality quality) {
            return new QualityBody(quality.decided(), share(quality.precision()), share(quality.recall()));
        }

        private static @Nullable Share share(Optional<Proportion> proportion) {
            return proportion.map(Share::of).orElse(null);
        }
    }

    /**
     * A share with its 95 % Wilson interval.
     *
     * @param value hits divided by {@code of}
     * @param low the lower end
     * @param high the upper end
     * @param hits how many
     * @param of of how many
     */
    record Share(double value, double low, double high, long hits, long of) {
        static Share of(Proportion proportion) {
            return new Share(
                    proportion.value(), proportion.low(), proportion.high(), proportion.hits(), proportion.of());
        }
    }
}
