package dev.undertone.moderation;

import dev.undertone.emotion.Emotion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored submissions, for modules that work on them. */
public interface Submissions {

    /** One submission with everything that is kept of it. */
    Optional<SubmissionDetails> find(SubmissionId id);

    /** Those of the submissions that exist, in no order, read in one query. */
    List<SubmissionDetails> findAll(Collection<SubmissionId> ids);

    /** Those that the same author posted in the same channel before this one, the newest first. */
    List<SubmissionId> earlierOfAuthor(SubmissionDetails submission, int most);

    /**
     * Keeps what people made of submissions, within the running transaction.
     *
     * @param ids which ones
     * @param resolution what they decided
     * @param correction the emotion that a person read instead of the model's, if they said so
     * @param by the name of the person
     * @param at when
     */
    void resolve(
            Collection<SubmissionId> ids, Resolution resolution, Optional<Emotion> correction, String by, Instant at);

    /** Takes back what was kept by {@link #resolve}, within the running transaction. */
    void reopen(Collection<SubmissionId> ids);
}
