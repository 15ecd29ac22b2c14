package dev.undertone.review.web.page;

import dev.undertone.review.ReviewStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lists that people work from. */
enum Kind {
    OPEN(EnumSet.of(ReviewStatus.OPEN)),
    /** What the reader holds or has been given. */
    MINE(ReviewStatus.waiting()),
    ESCALATED(EnumSet.of(ReviewStatus.ESCALATED)),
    DONE(EnumSet.of(ReviewStatus.DECIDED));

    private final Set<ReviewStatus> statuses;

    Kind(Set<ReviewStatus> statuses) {
        this.statuses = statuses;
    }

    Set<ReviewStatus> statuses() {
        return EnumSet.copyOf(statuses);
    }

    /** The name in addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
