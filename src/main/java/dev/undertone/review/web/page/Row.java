package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.emotion.Percent;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.review.LastDecision;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Reviewable;
import dev.undertone.review.reading.ItemDetails;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item in the list.
 *
 * @param details what is known of it
 * @param reader who looks at the list
 */
record Row(ItemDetails details, Caller reader) {

    private Reviewable item() {
        return details.item();
    }

    private Optional<SubmissionDetails.Scoring> scoring() {
        return details.submission().flatMap(SubmissionDetails::scoring);
    }

    public UUID id() {
        return item().id();
    }

    public String queue() {
        return item().queue().value();
    }

    public Said said() {
        return Said.start(details);
    }

    /** What the model read; null if it read nothing. */
    public @Nullable Emotion emotion() {
        return scoring().map(known -> known.scores().top()).orElse(null);
    }

    public String percent() {
        return scoring()
                .map(known -> Percent.of(known.scores().of(known.scores().top())))
                .orElse("");
    }

    public boolean unsure() {
        return scoring()
                .filter(known -> known.notices().contains(Notice.UNCERTAIN))
                .isPresent();
    }

    public Instant createdAt() {
        return item().createdAt();
    }

    /** {@code open}, {@code yours}, {@code held} or {@code decided}: what the row looks like. */
    public String state() {
        if (item().status() == ReviewStatus.DECIDED) {
            return "decided";
        }
        return details.lease()
                .map(lease -> lease.belongsTo(reader.actor()) ? "yours" : "held")
                .orElse("open");
    }

    /** Who has it. */
    public String holder() {
        return details.lease().map(Lease::holderName).orElse("");
    }

    /** When the lease ends, for the page's script; null if it does not. */
    public @Nullable Instant until() {
        return details.lease().flatMap(Lease::expiresAt).orElse(null);
    }

    public boolean escalated() {
        return item().status() == ReviewStatus.ESCALATED;
    }

    /** By when whoever has it should decide. */
    public @Nullable Instant due() {
        return item().dueAt().orElse(null);
    }

    /** The decision that stands; null while it waits. */
    public @Nullable LastDecision decision() {
        return item().lastDecision()
                .filter(last -> item().status() == ReviewStatus.DECIDED)
                .orElse(null);
    }
}
