package dev.undertone.moderation.policies;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Until the real one is there. */
@Component
class TrailStandIn implements AuditTrail {
    static final List<String> ACTIONS = new ArrayList<>();

    @Override
    public synchronized void append(Actor by, Change change) {
        ACTIONS.add(change.action());
    }
}
