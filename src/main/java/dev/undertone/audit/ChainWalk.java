package dev.undertone.audit;

import dev.undertone.audit.ChainBreak.Kind;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows a chain from entry to entry, remembering only the last. */
final class ChainWalk {

    /** How far from its place an entry is looked for that others were put before or taken from. */
    private static final int REACH = 1_000;

    private final Function<String, OptionalLong> follower;
    private final ChainHead exported;
    private @Nullable String hashAtExported;
    private ChainHead reached = ChainHead.EMPTY;

    /**
     * Starts before the first entry.
     *
     * @param follower where the entry stands that names this hash as the one before it; asked only once it is broken
     * @param exported what must be on the way
     */
    ChainWalk(Function<String, OptionalLong> follower, ChainHead exported) {
        this.follower = follower;
        this.exported = exported;
        remember();
    }

    /** Takes the next entry, unless it is not the one that belongs here. */
    Optional<ChainBreak> step(Link link) {
        long place = reached.count() + 1;
        if (link.sequence() < place) {
            return broken(link.sequence(), Kind.INSERTED, "it stands before the first entry");
        }
        if (link.sequence() > place) {
            return gap(place, link.sequence() - 1);
        }
        if (!LinkHash.of(link, place).equals(link.hash())) {
            return altered(link, place);
        }
        if (!link.previousHash().equals(reached.hash())) {
            return foreign(place);
        }
        reached = link.asHead();
        remember();
        return Optional.empty();
    }

    /** Compares where the walk ended with where it should have. */
    Optional<ChainBreak> end(Optional<ChainHead> head) {
        long count = reached.count();
        if (head.isEmpty() && count > 0) {
            return broken(count, Kind.HEAD_MISSING, "the head of the chain is missing, so nobody knows what followed");
        }
        long counted = head.map(ChainHead::count).orElse(0L);
        if (counted > count || exported.count() > count) {
            return broken(
                    count + 1,
                    Kind.CUT,
                    "it is missing and so is all behind it; there were " + Math.max(counted, exported.count())
                            + " entries");
        }
        if (counted < count) {
            return broken(counted + 1, Kind.INSERTED, "it stands behind the end of the chain, which counts " + counted);
        }
        if (!head.map(ChainHead::hash).orElse(reached.hash()).equals(reached.hash())) {
            return broken(count, Kind.REPLACED, "it is not the last entry that the head of the chain names");
        }
        if (!exported.hash().equals(hashAtExported)) {
            return broken(exported.count(), Kind.REPLACED, "it is not the entry that the exported head names");
        }
        return Optional.empty();
    }

    private Optional<ChainBreak> gap(long place, long last) {
        OptionalLong now = follower.apply(reached.hash());
        if (now.isPresent()) {
            return broken(place, Kind.REORDERED, "it now stands as entry " + now.getAsLong());
        }
        return broken(
                place, Kind.DELETED, last == place ? "it is missing" : "it and all up to " + last + " are missing");
    }

    /** The hash is not that of the fields in this place; perhaps it is in another. */
    private Optional<ChainBreak> altered(Link link, long place) {
        OptionalLong written = writtenAs(link, place);
        if (written.isEmpty()) {
            return broken(place, Kind.EDITED, "its fields do not give its hash");
        }
        long before = written.getAsLong();
        String fact = "what stands as entry " + place + " was written as entry " + before;
        if (follower.apply(reached.hash()).isPresent()) {
            return broken(place, Kind.REORDERED, fact);
        }
        return before > place ? broken(place, Kind.DELETED, fact) : broken(before, Kind.INSERTED, fact);
    }

    private static OptionalLong writtenAs(Link link, long place) {
        for (int distance = 1; distance <= REACH; distance++) {
            if (LinkHash.of(link, place + distance).equals(link.hash())) {
                return OptionalLong.of(place + distance);
            }
            if (LinkHash.of(link, place - distance).equals(link.hash())) {
                return OptionalLong.of(place - distance);
            }
        }
        return OptionalLong.empty();
    }

    private Optional<ChainBreak> foreign(long place) {
        return follower.apply(reached.hash()).isPresent()
                ? broken(place, Kind.INSERTED, "it does not follow entry " + (place - 1) + ", and another does")
                : broken(place, Kind.REPLACED, "it does not follow entry " + (place - 1) + "; one of them is another");
    }

    private void remember() {
        if (reached.count() == exported.count()) {
            hashAtExported = reached.hash();
        }
    }

    private static Optional<ChainBreak> broken(long sequence, Kind kind, String fact) {
        return Optional.of(new ChainBreak(sequence, kind, "audit entry " + sequence + ": " + fact));
    }
}
