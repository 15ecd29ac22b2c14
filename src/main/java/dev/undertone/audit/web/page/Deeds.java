package dev.undertone.audit.web.page;

import dev.undertone.audit.Change;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in plain words what was done. */
@Component
class Deeds {

    /** The actions that can be filtered by, in groups of what they are done to. */
    static final List<String> KNOWN = List.of(
            "submission.received",
            "reviewable.queued",
            "reviewable.claimed",
            "reviewable.renewed",
            "reviewable.released",
            "reviewable.held",
            "reviewable.unheld",
            "reviewable.noted",
            "reviewable.removed",
            "reviewable.erased",
            "decision.made",
            "decision.undone",
            "policy.version.created",
            "policy.previewed",
            "policy.shadowed",
            "policy.activated",
            "policy.rolled-back",
            "policy.archived",
            "checkpoint.activated",
            "file.received",
            "file.finished",
            "file.cancelled",
            "file.expired",
            "file.deleted",
            "person.created",
            "person.role.changed",
            "person.password.changed",
            "person.disabled",
            "person.enabled",
            "key.created",
            "key.revoked",
            "setting.changed",
            "author.erased",
            "submission.erased",
            "file.redacted",
            "demonstration.begun",
            "demonstration.removed",
            "login.accepted",
            "login.refused",
            "login.ended");

    /** What says most about a change, the first that is there. */
    private static final List<String> TELLING = List.of("outcome", "role", "version");

    private static final int SHORT_ID = 8;
    private static final int LONG_ID = 32;

    private final MessageSource messages;

    Deeds(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The rest of a sentence that begins with a name; an action that nobody found words for is named as it is.
     *
     * @param name what people call that to which it was done; the end of its id stands for what has no name
     */
    String sentence(Change change, Optional<String> name) {
        String subject = name.orElseGet(() -> shortened(change.subjectId()));
        String telling = TELLING.stream()
                .map(field -> change.after().get(field))
                .flatMap(value -> Optional.ofNullable(value).stream())
                .findFirst()
                .orElse("");
        Object[] arguments = {subject, telling};
        return Optional.ofNullable(messages.getMessage(
                        "audit.did." + change.action(), arguments, null, LocaleContextHolder.getLocale()))
                .orElseGet(() -> messages.getMessage(
                        "audit.did",
                        new Object[] {change.action(), change.subjectType(), subject},
                        LocaleContextHolder.getLocale()));
    }

    /** Ids made by machines are long, and their first digits tell them apart well enough. */
    private static String shortened(String id) {
        return id.length() > LONG_ID && id.matches("[0-9a-f-]+") ? id.substring(id.length() - SHORT_ID) : id;
    }
}
