package dev.undertone.review.web.page;

import dev.undertone.review.ReviewStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lists that people work from. */
enum Kind {
    OPEN,
    /** What the reader holds or has been given. */
    MINE,
    ESCALATED,
    DONE;

    Set<ReviewStatus> statuses() {
        return switch (this) {
            case OPEN -> EnumSet.of(ReviewStatus.OPEN);
            case MINE -> ReviewStatus.waiting();
            case ESCALATED -> EnumSet.of(ReviewStatus.ESCALATED);
            case DONE -> EnumSet.of(ReviewStatus.DECIDED);
        };
    }

    /** The name in addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
