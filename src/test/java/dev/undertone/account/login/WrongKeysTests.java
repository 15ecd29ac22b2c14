package dev.undertone.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerExceptionResolver;

@OnH2
class WrongKeysTests {

    private static final LoginSettings SETTINGS =
            new LoginSettings(25, Duration.ofMinutes(5), 25, Duration.ofHours(1), 1000);

    private final ApiKeys keys;
    private final MovableClock clock;
    private final KeyFilter filter;

    WrongKeysTests(
            @Autowired ApiKeys keys,
            @Autowired MovableClock clock,
            @Autowired @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.keys = keys;
        this.clock = clock;
        this.filter = new KeyFilter(keys, SETTINGS, clock, problems);
    }

    @Test
    void anAddressMayMistakeKeys25TimesIn5Minutes() throws Exception {
        for (int i = 0; i < 25; i++) {
            assertThat(answer("ut_wrong", "192.0.2.1").getStatus()).isEqualTo(401);
        }
        MockHttpServletResponse refused = answer("ut_wrong", "192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("300");
        assertThat(answer("ut_wrong", "192.0.2.2").getStatus()).isEqualTo(401);
        clock.advance(Duration.ofMinutes(5));
        assertThat(answer("ut_wrong", "192.0.2.1").getStatus()).isEqualTo(401);
    }

    @Test
    void theMistakesOfOneKeepNobodyElseAtTheAddressOut() throws Exception {
        String key = keys.create("forum", Set.of(Scope.READ), Actor.commandLine());
        for (int i = 0; i < 30; i++) {
            answer("ut_wrong", "192.0.2.1");
        }
        assertThat(answer(key, "192.0.2.1").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer(String key, String address) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/me");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Bearer " + key);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } finally {
            SecurityContextHolder.clearContext();
        }
        return response;
    }
}
