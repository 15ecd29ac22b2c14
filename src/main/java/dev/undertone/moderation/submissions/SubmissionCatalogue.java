package dev.undertone.moderation.submissions;

import dev.undertone.moderation.SubmissionId;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows submissions with everything that is kept of them. */
@Component
public class SubmissionCatalogue {

    private static final int PARTS = 2;

    private final SubmissionRows rows;

    SubmissionCatalogue(SubmissionRows rows) {
        this.rows = rows;
    }

    /** One submission. */
    @Transactional(readOnly = true)
    public Optional<KeptSubmission> find(SubmissionId id) {
        return rows.findById(id.value()).map(Submission::kept);
    }

    /**
     * A page of submissions, newest first.
     *
     * @param channel only of this one
     * @param after where the page before ended
     * @throws BadCursor if {@code after} is none of this list
     */
    @Transactional(readOnly = true)
    public Page<KeptSubmission> page(Optional<String> channel, Optional<String> after, Limit limit) {
        var oneMore = org.springframework.data.domain.Limit.of(limit.value() + 1);
        Optional<Place> place = after.map(Place::decode);
        List<Submission> found;
        if (place.isPresent()) {
            Place end = place.get();
            found = channel.isPresent()
                    ? rows.before(channel.get(), end.at, end.id, oneMore)
                    : rows.before(end.at, end.id, oneMore);
        } else {
            found = channel.isPresent()
                    ? rows.findByChannelOrderByReceivedAtDescIdDesc(channel.get(), oneMore)
                    : rows.findByOrderByReceivedAtDescIdDesc(oneMore);
        }
        return Page.of(found.stream().map(Submission::kept).toList(), limit.value(), Place::encode);
    }

    private record Place(Instant at, UUID id) {

        static String encode(KeptSubmission last) {
            return Cursor.encode(
                    last.details().receivedAt().toString(), last.details().id().toString());
        }

        static Place decode(String cursor) {
            List<String> parts = Cursor.decode(cursor, PARTS).parts();
            try {
                return new Place(Cursor.time(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (IllegalArgumentException notOurs) {
                throw new BadCursor(notOurs);
            }
        }
    }
}
