package dev.undertone.wellbeing;

import dev.undertone.account.Caller;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.review.ReviewCases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of this module share: people with accounts, and a way to let them read. */
abstract class WellbeingCases extends ReviewCases {

    @Autowired
    protected Exposure exposure;

    @Autowired
    protected Choices choices;

    @Autowired
    protected People people;

    /** A moderator with an account. */
    protected Caller mira;

    @BeforeEach
    void makeMira() {
        mira = withAccount("mira");
    }

    /** A moderator with an account. */
    protected Caller withAccount(String name) {
        people.create(name, Role.MODERATOR, Actor.commandLine());
        PersonDetails person = people.named(name).orElseThrow();
        Actor actor = new Actor(Actor.Kind.PERSON, person.id().toString(), name, Optional.empty());
        return new Caller(actor, Role.MODERATOR.scopes(), false);
    }

    /** Has a text in front of somebody for so long, in honest beats. */
    protected void read(UUID item, Duration howLong, Caller caller) {
        Duration beat = Duration.ofSeconds(15);
        for (Duration left = howLong; !left.isZero(); left = left.minus(beat)) {
            clock.advance(beat);
            exposure.seen(List.of(item), beat, caller);
        }
    }

    /** How far somebody's day is. */
    protected Day day(Caller caller) {
        return exposure.today(caller).orElseThrow().day();
    }

    /** Sets a budget and leaves the rest as it is. */
    protected void budget(int minutes, Caller caller) {
        choices.choose(minutes, Veil.OFF, Set.of(), caller);
    }
}
