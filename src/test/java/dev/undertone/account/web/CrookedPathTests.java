package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The door is the same however its path is written. */
@OnH2
class CrookedPathTests {

    private final int port;

    CrookedPathTests(@Autowired ApplicationContext context) {
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/admin/users/",
                "/api/v1/admin;x/users",
                "/api/v1/admin/users;x",
                "//api/v1/admin/users",
                "/api//v1/admin/users",
                "/API/v1/admin/users",
                "/api/v1/me/../admin/users",
                "/api/v1/classify/../admin/users",
                "/batch/../api/v1/admin/users",
                "/api/v1/%61dmin/users",
                "/api/v1/admin%2fusers",
                "/batch/%2e%2e/api/v1/admin/users",
                "/css/..;/api/v1/admin/users"
            })
    void noWayOfWritingAPathGoesAroundTheDoor(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isIn(400, 401, 403, 404);
    }
}
