package dev.undertone.wellbeing;

import dev.undertone.account.Caller;
import dev.undertone.policy.QueueName;
import dev.undertone.review.reader.NextPreference;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leaves out the queues that somebody wants left out, and once they have had enough mixes lighter items in. */
@Component
class GentleNext implements NextPreference {

    /** The other two are the most urgent ones: nothing waits for ever because somebody is tired. */
    private static final int EVERY = 3;

    private final Exposure exposure;
    private final WellbeingRows rows;

    GentleNext(Exposure exposure, WellbeingRows rows) {
        this.exposure = exposure;
        this.rows = rows;
    }

    @Override
    public Wish of(Caller caller) {
        return exposure.today(caller)
                .map(today -> new Wish(today.choice().skipped(), today.budgetReached() && isLightTurn(caller, today)))
                .orElse(Wish.NONE);
    }

    @Override
    public Set<QueueName> leftOut(Caller caller) {
        return exposure.today(caller).map(today -> today.choice().skipped()).orElse(Set.of());
    }

    private boolean isLightTurn(Caller caller, Today today) {
        UUID person = Persons.of(caller).orElseThrow();
        return rows.takeTurn(person, today.day().date()) % EVERY == 0;
    }
}
