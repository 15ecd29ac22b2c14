package dev.undertone.demonstration;

import dev.undertone.audit.Actor;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.demonstration.DemonstrationState.Phase;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings the made-up submissions in, a few at a time; each few and how far it has come are stored together. */
final class DemonstrationRun {

    /** Few enough that the queue fills while somebody looks. */
    private static final int AT_ONCE = 10;

    private static final Actor BY =
            new Actor(Actor.Kind.SERVICE, Demonstration.ACTOR_ID, "Demo data", Optional.empty());

    private final StoredState state;
    private final Stories stories;
    private final BulkIntake intake;
    private final MadeUpModerators moderators;

    DemonstrationRun(StoredState state, Stories stories, BulkIntake intake, MadeUpModerators moderators) {
        this.state = state;
        this.stories = stories;
        this.intake = intake;
        this.moderators = moderators;
    }

    /** What came of an attempt to go on. */
    enum Step {
        GOES_ON,
        WAITS,
        NOTHING_TO_DO
    }

    /** Brings the next few in. */
    Step step() {
        Optional<DemonstrationState> now = state.find().filter(DemonstrationState::underWay);
        if (now.isEmpty()) {
            return Step.NOTHING_TO_DO;
        }
        int taken = now.get().taken();
        Instant from = now.get().startedAt();
        List<Story> next = stories.from(taken, AT_ONCE);
        try {
            intake.submitAll(
                    next.stream().map(story -> story.submission(from)).toList(),
                    BY,
                    receipts -> alongside(next, receipts, taken));
            return Step.GOES_ON;
        } catch (NoLongerWanted removed) {
            return Step.NOTHING_TO_DO;
        } catch (ClassifierUnavailable unavailable) {
            state.waits(String.valueOf(unavailable.getMessage()));
            return Step.WAITS;
        }
    }

    private void alongside(List<Story> stories, List<Receipt> receipts, int taken) {
        if (state.lock().filter(DemonstrationState::underWay).isEmpty()) {
            throw new NoLongerWanted();
        }
        for (int i = 0; i < stories.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (receipt.created()) {
                moderators.lookAt(stories.get(i), receipt.submission());
            }
        }
        int reached = taken + stories.size();
        state.reached(reached, reached < this.stories.size() ? Phase.RUNNING : Phase.DONE);
    }

    /** They were removed while the model was reading. */
    private static final class NoLongerWanted extends RuntimeException {
        NoLongerWanted() {
            super("the demonstration was removed");
        }
    }
}
