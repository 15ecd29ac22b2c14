package dev.undertone.moderation.policies.web;

import dev.undertone.moderation.policies.preview.Selection;
import dev.undertone.moderation.policies.rules.PolicyRefused;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version to preview over which submissions, as it was sent.
 *
 * @param version its number
 * @param since only those received at this time or later
 * @param until only those received before this time
 * @param channel only those posted there
 */
record PreviewRequest(
        @Nullable Integer version,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String channel) {

    VersionCall call() {
        return new VersionCall(version);
    }

    Selection selection() {
        try {
            return new Selection(Optional.ofNullable(since), Optional.ofNullable(until), Optional.ofNullable(channel));
        } catch (IllegalArgumentException wrong) {
            throw new PolicyRefused("/until", wrong);
        }
    }
}
