package dev.undertone.audit;

import java.util.Map;
import java.util.TreeMap;

/** A successful call of every mutating endpoint, in an order in which one makes what the next needs. */
final class SampleCalls {

    private SampleCalls() {}

    /** The mutating endpoints that change nothing that is kept, each with the reason. */
    static Map<String, String> unchanging() {
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("POST /api/v1/classify", "answers and keeps nothing");
        reasons.put("POST /", "the demo page: answers and keeps nothing");
        for (String form : new String[] {"/batch", "/batch/{id}/cancel", "/batch/{id}/forget"}) {
            reasons.put("POST " + form, "a demo batch lives in memory and belongs to nobody");
        }
        return reasons;
    }

    /** Calls them all. Whoever adds an endpoint adds a call here. */
    static void make(RecordedApi api) {}
}
