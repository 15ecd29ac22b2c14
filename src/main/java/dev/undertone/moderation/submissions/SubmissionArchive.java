package dev.undertone.moderation.submissions;

import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.Resolution;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds stored submissions and keeps what people made of them. */
@Component
class SubmissionArchive implements Submissions {

    private final SubmissionRows rows;

    SubmissionArchive(SubmissionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SubmissionDetails> find(SubmissionId id) {
        return rows.findById(id.value()).map(Submission::details);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubmissionDetails> findAll(Collection<SubmissionId> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows.findByIdIn(values(ids)).stream().map(Submission::details).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubmissionId> earlierOfAuthor(SubmissionDetails submission, int most) {
        return submission
                .origin()
                .author()
                .map(author -> rows.earlier(
                        submission.origin().channel(),
                        author,
                        submission.receivedAt(),
                        submission.id().value(),
                        org.springframework.data.domain.Limit.of(most)))
                .orElse(List.of())
                .stream()
                .map(SubmissionId::new)
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resolve(
            Collection<SubmissionId> ids, Resolution resolution, Optional<Emotion> correction, String by, Instant at) {
        if (!ids.isEmpty()) {
            rows.resolve(values(ids), resolution, correction.map(Emotion::label).orElse(null), by, at);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(Collection<SubmissionId> ids) {
        if (!ids.isEmpty()) {
            rows.resolve(values(ids), null, null, null, null);
        }
    }

    private static List<UUID> values(Collection<SubmissionId> ids) {
        return ids.stream().map(SubmissionId::value).toList();
    }
}
