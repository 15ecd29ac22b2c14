package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EndpointWalkTests {

    private static final Map<String, String> EXCUSED = Map.of("POST /classify", "keeps nothing");

    @Test
    void nothingIsSaidOfEndpointsThatWroteOrAreExcused() {
        assertThat(walk(Set.of("POST /classify", "POST /things"), Map.of("POST /things", 1L)))
                .isEmpty();
    }

    @Test
    void anEndpointThatWritesNothingIsNamed() {
        assertThat(walk(Set.of("POST /classify", "POST /things"), Map.of("POST /things", 0L)))
                .containsExactly("POST /things succeeded and wrote no audit entry");
    }

    @Test
    void aNewEndpointWithoutACallIsNamed() {
        assertThat(walk(Set.of("POST /classify", "DELETE /things/{id}"), Map.of()))
                .containsExactly("DELETE /things/{id} has no successful call in SampleCalls");
    }

    @Test
    void whatIsNoLongerThereIsNamed() {
        assertThat(walk(Set.of(), Map.of("POST /things", 1L)))
                .containsExactly(
                        "POST /classify is excused and does not exist", "POST /things is called and does not exist");
    }

    private static Iterable<String> walk(Set<String> endpoints, Map<String, Long> written) {
        return new EndpointWalk(endpoints, EXCUSED, written).complaints();
    }
}
