package dev.undertone.review.decisions;

import dev.undertone.account.Caller;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.review.Reviewable;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what was decided before about submissions that come with a history. */
@Component
public class PastDecisions {

    private final EntityManager entities;
    private final DecisionLedger ledger;

    PastDecisions(EntityManager entities, DecisionLedger ledger) {
        this.entities = entities;
        this.ledger = ledger;
    }

    /** Keeps a decision about a submission that is held and undecided, within the transaction that stores it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(SubmissionId submission, Opinion opinion, Caller by, Instant at) {
        List<Reviewable> item = entities.createQuery(
                        "select r from Reviewable r where r.submissionId = :submission", Reviewable.class)
                .setParameter("submission", submission.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        ledger.decide(item, opinion, Optional.empty(), by, at);
    }
}
