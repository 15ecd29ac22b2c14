package dev.undertone.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import dev.undertone.database.OnH2;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The settings of the running service, seen and changed over HTTP. */
@OnH2
final class SettingsEndpointTests {

    private static final String SETTINGS = "/api/v1/admin/settings";
    private static final String RETRY = "undertone.classification.retry-after";

    private final MockMvcTester mvc;
    private final Path overrides;
    private final ApiKeys keys;
    private RequestPostProcessor administrator = request -> request;

    SettingsEndpointTests(@Autowired MockMvcTester mvc, @Autowired Environment environment, @Autowired ApiKeys keys) {
        this.keys = keys;
        this.mvc = mvc;
        this.overrides = Path.of(environment.getRequiredProperty("undertone.data-dir"), "settings.properties");
    }

    @BeforeEach
    void logIn() {
        administrator = new TestKeys(keys).ofAdministrator();
    }

    @AfterEach
    void takeBack() throws IOException {
        Files.deleteIfExists(overrides);
    }

    @Test
    void everySettingIsListedWithItsValueAndWhereThatComesFrom() {
        assertThat(mvc.get().uri(SETTINGS).with(administrator))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[?(@.name=='" + RETRY + "')].value",
                        value -> value.assertThat().asArray().containsExactly("PT2S"))
                .hasPathSatisfying(
                        "$.items[?(@.name=='" + RETRY + "')].source",
                        value -> value.assertThat().asArray().containsExactly("DEFAULT"))
                .hasPathSatisfying(
                        "$.items[?(@.name=='undertone.system.max-body-size')].value",
                        value -> value.assertThat().asArray().containsExactly("16777216B"));
    }

    @Test
    void aChangeIsKeptForTheNextStartAndCanBeTakenBack() throws IOException {
        assertThat(change(RETRY, "\"7s\""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.afterRestart")
                .isEqualTo("7s");
        assertThat(kept().getProperty(RETRY)).isEqualTo("7s");

        assertThat(change(RETRY, "null"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.afterRestart")
                .isNull();
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "undertone.classification.retry-after, soon, 422, duration",
        "undertone.classification.batch-texts, 100000, 422, 256",
        "undertone.classification.precision, int4, 422, '\"int4\", expected fp32 or int8'",
        "undertone.review.lease, 999999999999d, 422, at most 365 days",
        "undertone.review.live.look, 99999999999d, 422, at most 365 days",
        "undertone.moderation.file.keep-rejected, 99999999999d, 422, at most 365 days",
        "undertone.classification.batch.keep, 99999999999d, 422, at most 365 days",
        "undertone.account.login.account-window, 99999999999d, 422, at most 365 days",
        "undertone.system.idempotency.keep-for, 99999999999d, 422, 365",
        "undertone.classification.deadline, 99999999999d, 422, 365",
        "undertone.classification.deadline, 0s, 422, 100",
        "undertone.classification.deadline, 10, 422, 100",
        "undertone.classification.retry-after, 10, 422, 1",
        "undertone.moderation.retry-after, 99999999999d, 422, 365",
        "undertone.classification.batch.max-upload, 50MB, 422, 'is 50MB, expected at most 20MB'",
        "undertone.system.max-body-size, ${spring.datasource.url}, 422, 'it has \"${\", and a value stands for itself'",
        "undertone.review.lease, ${undertone.review.lease:5m}, 422, stands for itself",
        "undertone.no.such-setting, 1, 404, no setting",
        "server.port, 1, 404, no setting",
        "undertone.data-dir, /tmp, 404, no setting",
        "undertone.modelstore.path, /tmp, 409, operator"
    })
    void aValueThatCannotHoldIsRefusedInOneLine(String name, String value, int status, String fact) {
        assertThat(change(name, "\"" + value + "\""))
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(fact)
                .doesNotContain("\n");
        assertThat(overrides).doesNotExist();
    }

    @Test
    void aSettingIsTheSameHoweverItsDashesAreWritten() throws IOException {
        assertThat(change("undertone.classification.retryafter", "\"7s\""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo(RETRY);
        assertThat(kept()).containsOnlyKeys(RETRY);

        assertThat(change(RETRY, "null")).hasStatusOk();
        assertThat(kept()).isEmpty();
    }

    private Properties kept() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(overrides)) {
            properties.load(reader);
        }
        return properties;
    }

    private MvcTestResult change(String name, String value) {
        return mvc.post()
                .uri(SETTINGS)
                .with(administrator)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"" + name + "\",\"value\":" + value + "}")
                .exchange();
    }
}
