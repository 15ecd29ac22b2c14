package dev.undertone.review.reading;

import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import dev.undertone.review.Reviewable;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What else an author did that a person had to look at. */
@Component
@Transactional(readOnly = true)
public class EarlierItems {

    /** So many of the author's last submissions are looked through. */
    private static final int LOOKED_AT = 100;

    private final Submissions submissions;
    private final EntityManager entities;

    EarlierItems(Submissions submissions, EntityManager entities) {
        this.submissions = submissions;
        this.entities = entities;
    }

    /** Items about what the same author posted in the same channel before, the newest first. */
    public List<Reviewable> before(SubmissionDetails submission) {
        List<UUID> earlier = submissions.earlierOfAuthor(submission, LOOKED_AT).stream()
                .map(SubmissionId::value)
                .toList();
        return earlier.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from Reviewable r where r.submissionId in :earlier"
                                        + " order by r.rank.createdAt desc, r.id desc",
                                Reviewable.class)
                        .setParameter("earlier", earlier)
                        .getResultList();
    }
}
