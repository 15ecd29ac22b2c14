package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@OnH2
@ExtendWith(OutputCaptureExtension.class)
class SecretTests {

    private static final List<String> TALKATIVE =
            List.of("dev.undertone", "org.springframework.web", "org.springframework.security");
    private static final String GIVEN = "given to Ben 1234";

    private final ApiKeys keys;
    private final LoggingSystem logging;
    private final Browser program;

    SecretTests(@Autowired ApiKeys keys, @Autowired LoggingSystem logging, @Autowired Environment environment) {
        this.keys = keys;
        this.logging = logging;
        this.program = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterEach
    void quietAgain() {
        TALKATIVE.forEach(logger -> logging.setLogLevel(logger, null));
    }

    @Test
    void secretsReachNoLogHoweverMuchIsLogged(CapturedOutput output) {
        String admin = keys.create("administrator", Set.of(Scope.ADMIN), Actor.commandLine());
        TALKATIVE.forEach(logger -> logging.setLogLevel(logger, LogLevel.TRACE));
        String made = post(admin, "users", "{\"name\":\"Ann\",\"role\":\"admin\"}")
                .get("password")
                .asString();
        String key = post(admin, "api-keys", "{\"name\":\"forum\",\"scopes\":[\"read\"]}")
                .get("key")
                .asString();
        post(admin, "users", "{\"name\":\"Ben\",\"role\":\"lead\",\"password\":\"" + GIVEN + "\"}");
        program.get("/api/v1/me", "Authorization", "Bearer " + key);
        program.signIn("Ann", made);
        program.signIn("Ben", "mistyped by Ben 1234");
        String session = program.cookie("undertone_session").orElseThrow();
        assertThat(output.getAll())
                .contains("/api/v1/me")
                .doesNotContain(admin, made, key, GIVEN, "mistyped by Ben", session)
                .doesNotContain(program.cookie("undertone_browser").orElseThrow());
    }

    @Test
    void secretsAreInNoDescriptionOfAnObject() {
        PersonAnswer ann = new PersonAnswer(new UUID(1, 2), "Ann", "lead", true, Instant.EPOCH);
        KeyAnswer forum = new KeyAnswer(new UUID(1, 2), "forum", List.of("read"), "Ann", Instant.EPOCH, null, null);
        assertThat(List.of(
                        new LoginForm("Ann", "SECRET", null),
                        new PersonWithPassword(ann, "SECRET"),
                        new NewKeyAnswer(forum, "SECRET"),
                        new UsersController.NewPerson("Ann", "lead", "SECRET"),
                        new UsersController.NewPassword("SECRET")))
                .allSatisfy(one -> assertThat(one.toString()).doesNotContain("SECRET"));
    }

    private JsonNode post(String key, String what, String body) {
        return new ObjectMapper()
                .readTree(program.send(
                                "POST",
                                "/api/v1/admin/" + what,
                                body,
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Bearer " + key)
                        .body());
    }
}
