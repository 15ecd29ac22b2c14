package dev.undertone.audit;

import dev.undertone.audit.Pending.Noted;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the chain, as it is stored and hashed.
 *
 * @param sequence its place, from 1 on without gaps
 * @param at when it happened, to the microsecond
 * @param actorKind the name of an {@link Actor.Kind}
 * @param before canonical JSON
 * @param after canonical JSON
 * @param previousHash the hash of the entry before it, in hexadecimal
 * @param hash its own, as stored
 */
record Link(
        long sequence,
        Instant at,
        String actorKind,
        String actorId,
        String actorName,
        @Nullable String actorAddress,
        String action,
        String subjectType,
        String subjectId,
        String before,
        String after,
        @Nullable String checkpoint,
        @Nullable String policyVersion,
        String previousHash,
        String hash) {

    /** What follows this end of the chain. */
    static Link after(ChainHead head, Noted noted) {
        Actor by = noted.by();
        Change change = noted.change();
        Link link = new Link(
                head.count() + 1,
                noted.at(),
                by.kind().name(),
                by.id(),
                by.name(),
                by.address().orElse(null),
                change.action(),
                change.subjectType(),
                change.subjectId(),
                StateJson.write(change.before()),
                StateJson.write(change.after()),
                change.checkpoint().orElse(null),
                change.policyVersion().orElse(null),
                head.hash(),
                "");
        return link.withHash(LinkHash.of(link, link.sequence()));
    }

    /** The chain that ends here. */
    ChainHead asHead() {
        return new ChainHead(sequence, hash);
    }

    AuditEntry asEntry() {
        return new AuditEntry(
                sequence,
                at,
                new Actor(
                        Actor.Kind.valueOf(actorKind),
                        StoredText.read(actorId),
                        actorName,
                        Optional.ofNullable(actorAddress)),
                new Change(
                        StoredText.read(action),
                        StoredText.read(subjectType),
                        StoredText.read(subjectId),
                        StateJson.read(before),
                        StateJson.read(after),
                        Optional.ofNullable(checkpoint).map(StoredText::read),
                        Optional.ofNullable(policyVersion).map(StoredText::read)),
                previousHash,
                hash);
    }

    private Link withHash(String computed) {
        return new Link(
                sequence,
                at,
                actorKind,
                actorId,
                actorName,
                actorAddress,
                action,
                subjectType,
                subjectId,
                before,
                after,
                checkpoint,
                policyVersion,
                previousHash,
                computed);
    }
}
