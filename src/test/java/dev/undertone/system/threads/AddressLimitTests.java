package dev.undertone.system.threads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What counts as a thread of an address. */
final class AddressLimitTests {

    private final List<Exception> refusals = new ArrayList<>();
    private final AddressLimit one = new AddressLimit(new Occupants(1), (request, response, handler, failure) -> {
        refusals.add(failure);
        return new ModelAndView();
    });

    @Test
    void oneThatHasLeftItsThreadCountsNoMoreThoughItWaitsForEvents() throws Exception {
        MockHttpServletRequest stream = from("192.0.2.1", "/api/v1/reviewables/live");
        stream.setAsyncSupported(true);
        send(stream, (request, response) -> request.startAsync());
        assertThat(stream.isAsyncStarted()).isTrue();
        assertThat(passes(from("192.0.2.1", "/"))).isTrue();
    }

    @Test
    void othersAndWhoeverAsksWhetherTheServiceIsWellPassMeanwhile() throws Exception {
        send(from("192.0.2.1", "/"), (request, response) -> {
            try {
                assertThat(passes(from("192.0.2.1", "/"))).isFalse();
                assertThat(passes(from("192.0.2.2", "/"))).isTrue();
                assertThat(passes(from("192.0.2.1", "/actuator/health/liveness")))
                        .isTrue();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(refusals).hasSize(1);
    }

    private boolean passes(MockHttpServletRequest request) throws Exception {
        AtomicBoolean passed = new AtomicBoolean();
        send(request, (same, response) -> passed.set(true));
        return passed.get();
    }

    private void send(MockHttpServletRequest request, FilterChain chain) throws Exception {
        one.doFilter(request, new MockHttpServletResponse(), chain);
    }

    private static MockHttpServletRequest from(String address, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        return request;
    }
}
