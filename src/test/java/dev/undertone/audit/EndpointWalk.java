package dev.undertone.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which mutating endpoints there are, which were called, and how many entries each call wrote.
 *
 * @param endpoints every POST, PUT, PATCH and DELETE, such as {@code POST /api/v1/submissions}
 * @param unchanging those of them that change nothing that is kept, each with the reason
 * @param written for each endpoint that was called with success, how many entries the call wrote
 */
record EndpointWalk(Set<String> endpoints, Map<String, String> unchanging, Map<String, Long> written) {

    EndpointWalk {
        endpoints = new TreeSet<>(endpoints);
        unchanging = new TreeMap<>(unchanging);
        written = new TreeMap<>(written);
    }

    /** What is wrong; empty if every endpoint was called and wrote what it must. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (String endpoint : endpoints) {
            if (unchanging.containsKey(endpoint)) {
                continue;
            }
            Long entries = written.get(endpoint);
            if (entries == null) {
                complaints.add(endpoint + " has no successful call in SampleCalls");
            } else if (entries == 0) {
                complaints.add(endpoint + " succeeded and wrote no audit entry");
            }
        }
        unchanging.keySet().stream()
                .filter(endpoint -> !endpoints.contains(endpoint))
                .forEach(gone -> complaints.add(gone + " is excused and does not exist"));
        written.keySet().stream()
                .filter(endpoint -> !endpoints.contains(endpoint))
                .forEach(gone -> complaints.add(gone + " is called and does not exist"));
        return complaints;
    }
}
