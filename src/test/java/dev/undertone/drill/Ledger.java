package dev.undertone.drill;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the service has acknowledged, and what else it answered. */
final class Ledger {

    private final Map<String, String> submissions = new ConcurrentHashMap<>();
    private final Map<String, String> decisions = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** A submission was stored under this id. */
    void submitted(String id, String externalId) {
        submissions.put(id, externalId);
    }

    /** A decision, or the one that takes another back, was stored under this id. */
    void decided(String id, String item) {
        decisions.put(id, item);
    }

    /** The service said that it could do nothing just now. */
    void refused() {
        refused.incrementAndGet();
    }

    /** The service answered what it should never answer. */
    void surprised(Answer answer) {
        surprises.add(answer.toString());
    }

    /** A caller could make nothing of an answer. */
    void surprised(Throwable unforeseen) {
        surprises.add(unforeseen.toString());
    }

    /** External ids by the ids that were given to them. */
    Map<String, String> submissions() {
        return submissions;
    }

    /** Items by the decisions about them. */
    Map<String, String> decisions() {
        return decisions;
    }

    Collection<String> surprises() {
        return surprises;
    }

    int refusals() {
        return refused.get();
    }

    int acknowledged() {
        return submissions.size() + decisions.size();
    }
}
