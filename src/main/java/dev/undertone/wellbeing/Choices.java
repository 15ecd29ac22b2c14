package dev.undertone.wellbeing;

import dev.undertone.account.Caller;
import dev.undertone.policy.QueueName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what people chose for themselves. None of it is taken down in the audit trail: others read that, and it is
 * never forgotten.
 */
@Component
@Transactional
public class Choices {

    private static final Duration QUIET = Duration.ofHours(1);

    private final WellbeingRows rows;
    private final WellbeingSettings settings;
    private final Clock clock;

    Choices(WellbeingRows rows, WellbeingSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps what the caller chose; programs choose nothing. */
    public void choose(int budgetMinutes, Veil veil, Set<QueueName> skipped, Caller caller) {
        Persons.of(caller).ifPresent(person -> {
            // A new budget asks anew.
            rows.keep(person, new Choice(budgetMinutes, veil, skipped, Optional.empty()));
        });
    }

    /** Suggests no break to the caller for an hour. */
    public void notNow(Caller caller) {
        Persons.of(caller).ifPresent(person -> {
            Choice choice = choice(person);
            Instant until = clock.instant().plus(QUIET).truncatedTo(ChronoUnit.MICROS);
            rows.keep(person, new Choice(choice.budgetMinutes(), choice.veil(), choice.skipped(), Optional.of(until)));
        });
    }

    private Choice choice(UUID person) {
        return rows.today(person, LocalDate.ofInstant(clock.instant(), settings.dayZone()))
                .choice();
    }
}
