package dev.undertone.account.login;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Makes the filters that find out who asks. They are no beans: each belongs into one chain and nowhere else. */
@Component
public class Recognition {

    private final ApiKeys keys;
    private final People people;
    private final LoginSettings settings;
    private final Clock clock;

    Recognition(ApiKeys keys, People people, LoginSettings settings, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Recognises API keys, and answers wrong ones through the resolver. */
    public KeyFilter keys(HandlerExceptionResolver problems) {
        return new KeyFilter(keys, settings, clock, problems);
    }

    /** Ends the sessions that must end. */
    public SessionCheck sessions() {
        return new SessionCheck(people);
    }
}
