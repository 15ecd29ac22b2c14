package dev.undertone.review.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.undertone.audit.Actor;
import dev.undertone.review.Lease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has an item.
 *
 * @param holder their name
 * @param token to send along with what is done under this lease; only shown to its holder
 * @param expiresAt until when; null for an assigned item
 */
record LeaseBody(
        String holder,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long token,
        @Nullable Instant expiresAt) {

    static LeaseBody of(Lease lease, Actor reader) {
        return new LeaseBody(
                lease.holderName(),
                lease.belongsTo(reader) ? lease.token() : null,
                lease.expiresAt().orElse(null));
    }
}
