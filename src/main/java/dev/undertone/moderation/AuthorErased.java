package dev.undertone.moderation;

import dev.undertone.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that was kept of these submissions of an author goes; one event for each portion of very many. Published in the
 * transaction that does it, so that whoever keeps something of them removes it in the same; it does not say who the
 * author was. Whoever removes something counts it here, for the receipt.
 */
public final class AuthorErased {

    private final List<SubmissionId> submissions;
    private final Actor by;
    private final Instant at;
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * Something has to go.
     *
     * @param submissions whose words and author go
     * @param by who asked for it
     * @param at when
     */
    public AuthorErased(List<SubmissionId> submissions, Actor by, Instant at) {
        this.submissions = List.copyOf(submissions);
        this.by = by;
        this.at = at;
    }

    /** Whose words and author go. */
    public List<SubmissionId> submissions() {
        return submissions;
    }

    /** Who asked for it. */
    public Actor by() {
        return by;
    }

    /** When. */
    public Instant at() {
        return at;
    }

    /** Takes down how many of a sort were removed; none is a count too. */
    public void count(String sort, long removed) {
        counts.merge(sort, removed, Long::sum);
    }

    /** How many of each sort were removed so far. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
