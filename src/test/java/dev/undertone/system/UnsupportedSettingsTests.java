package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

final class UnsupportedSettingsTests {

    @Test
    void aPathBelowAHostIsRefused() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.servlet.context-path", "/undertone");

        assertThatIllegalStateException()
                .isThrownBy(() -> new UnsupportedSettings(environment))
                .withMessageStartingWith(
                        "server.servlet.context-path is /undertone, but the pages are made for the root");
    }

    @Test
    void aFilterThatTheJarLacksIsRefused() {
        MockEnvironment environment =
                new MockEnvironment().withProperty("server.forward-headers-strategy", "FRAMEWORK");

        assertThatIllegalStateException()
                .isThrownBy(() -> new UnsupportedSettings(environment))
                .withMessage("server.forward-headers-strategy is framework, expected native behind a proxy, or none");
    }

    @Test
    void theUsualIsTaken() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("server.servlet.context-path", "/")
                .withProperty("server.forward-headers-strategy", "native");

        assertThatCode(() -> new UnsupportedSettings(environment)).doesNotThrowAnyException();
    }
}
