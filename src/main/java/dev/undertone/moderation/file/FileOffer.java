package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StorableText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody says about a file that they hand in.
 *
 * @param name what they call it; its ending tells the format where the content does not
 * @param channel where rows without a channel of their own belong
 * @param idempotencyKey what a repetition of the request is told by
 * @param by who it is
 */
public record FileOffer(String name, Optional<String> channel, Optional<String> idempotencyKey, Actor by) {

    private static final int LONGEST_NAME = 200;
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    /** Refuses what could not be kept. */
    public FileOffer {
        if (name.isBlank() || name.length() > LONGEST_NAME || StorableText.isUnfitForNames(name)) {
            throw new FileRefused.NotAcceptable("\"name\" is no file name, expected 1 to " + LONGEST_NAME
                    + " characters without control characters.");
        }
        channel = channel.filter(given -> !given.isBlank());
        if (channel.filter(
                        given -> given.length() > NewSubmission.LONGEST_CHANNEL || StorableText.isUnfitForNames(given))
                .isPresent()) {
            throw new FileRefused.NotAcceptable("\"channel\" is no channel, expected at most "
                    + NewSubmission.LONGEST_CHANNEL + " characters without control characters.");
        }
        if (idempotencyKey
                .filter(key -> key.isBlank() || !KEY.matcher(key).matches())
                .isPresent()) {
            throw new FileRefused.BadKey();
        }
    }

    /** What came, now that it has been read. */
    FileJob.Origin origin(Uploads.Stored stored) {
        return new FileJob.Origin(
                name,
                channel,
                stored.bytes(),
                idempotencyKey.map(key -> new FileJob.Repetition(key, stored.digest())),
                by);
    }
}
