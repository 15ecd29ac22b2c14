package dev.undertone.demonstration;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.moderation.SubmissionRemoval;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the made-up submissions in and takes them away again. They come the way real ones do and are read by the
 * active checkpoint, so that nothing about them but their words, their past and a part of the decisions is made up.
 */
public class Demonstration {

    /** Who has submitted them; what somebody else submits is never removed with them, whatever its channel. */
    static final String ACTOR_ID = "demonstration";

    private static final String SUBJECT = "demonstration";

    private final StoredState state;
    private final Stories stories;
    private final SubmissionRemoval removal;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Demonstration(
            StoredState state,
            Stories stories,
            SubmissionRemoval removal,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.state = state;
        this.stories = stories;
        this.removal = removal;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How far they have come; empty if there are none. */
    public Optional<DemonstrationState> state() {
        return state.find();
    }

    /** How many there would be. */
    public int size() {
        return stories.size();
    }

    /** Whether there are real submissions too, whose figures the made-up ones would mix with. */
    public boolean wouldMix() {
        return removal.anyBesides(ACTOR_ID);
    }

    /** Begins to bring them in; whoever asks again while they are there changes nothing. */
    public void begin(Actor by) {
        if (state.find().isPresent()) {
            return;
        }
        try {
            transaction.executeWithoutResult(running -> {
                state.begin(stories.size(), clock.instant().truncatedTo(ChronoUnit.MICROS), by.name());
                audit.append(
                        by,
                        Change.of(
                                "demonstration.begun",
                                SUBJECT,
                                "1",
                                Map.of(),
                                Map.of("submissions", Integer.toString(stories.size()))));
            });
        } catch (DataIntegrityViolationException sameMoment) {
            if (state.find().isEmpty()) {
                throw sameMoment;
            }
        }
    }

    /**
     * Removes all of them, also while they are being brought in: all or nothing, and nothing stays but the audit trail.
     *
     * @return how many there were
     */
    public int remove(Actor by) {
        Integer removed = transaction.execute(running -> {
            // Whoever is bringing some in at this moment is waited for, and finds afterwards that it is over.
            if (state.lock().isEmpty()) {
                return 0;
            }
            int count = removal.removeAllOf(ACTOR_ID, by);
            state.remove();
            audit.append(
                    by,
                    Change.of(
                            "demonstration.removed",
                            SUBJECT,
                            "1",
                            Map.of("submissions", Integer.toString(count)),
                            Map.of()));
            return count;
        });
        return removed == null ? 0 : removed;
    }
}
