package dev.undertone.review;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Takes down what happens to items. */
@Component
public class ReviewTrail {

    /** The sort of thing that entries about items are about. */
    public static final String SUBJECT = "reviewable";

    static final String TOKEN = "token";

    private final AuditTrail audit;

    ReviewTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /** Something happened to an item; the two pictures are made by {@link #picture}. */
    public void append(
            Actor by, String action, Reviewable item, Map<String, String> before, Map<String, String> after) {
        Grounds grounds = item.grounds();
        audit.append(
                by,
                new Change(
                        action,
                        SUBJECT,
                        item.id().toString(),
                        before,
                        after,
                        Optional.ofNullable(grounds.checkpoint()),
                        Optional.ofNullable(grounds.policyVersion())));
    }

    /** An item as the trail shows it: ids and states, nothing that must be erasable. */
    public static Map<String, String> picture(Reviewable item, java.time.Instant now) {
        Map<String, String> picture = new TreeMap<>();
        picture.put("queue", item.queue().value());
        picture.put("status", item.status().name());
        picture.put("escalated", Boolean.toString(item.escalated()));
        picture.put("version", Long.toString(item.version()));
        item.lease(now).ifPresent(lease -> {
            picture.put("holder", lease.holderId());
            picture.put(TOKEN, Long.toString(lease.token()));
            lease.expiresAt().ifPresent(end -> picture.put("expiresAt", end.toString()));
        });
        item.erasedAt().ifPresent(at -> picture.put("erased", at.toString()));
        item.dueAt().ifPresent(due -> picture.put("due", due.toString()));
        item.lastDecision().ifPresent(last -> {
            picture.put("outcome", last.outcome());
            picture.put("decision", last.id().toString());
        });
        return picture;
    }
}
