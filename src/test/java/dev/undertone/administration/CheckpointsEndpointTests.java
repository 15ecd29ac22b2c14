package dev.undertone.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.database.OnH2;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.modelstore.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Which checkpoint answers, seen and changed over HTTP with the real classifier behind it. */
@OnH2
final class CheckpointsEndpointTests {

    @TempDir
    private static Path folder;

    private final MockMvcTester mvc;
    private final EmotionClassifier classifier;
    private final JdbcClient jdbc;
    private final ApiKeys keys;
    private RequestPostProcessor administrator = request -> request;

    CheckpointsEndpointTests(
            @Autowired MockMvcTester mvc,
            @Autowired @Qualifier("emotionClassifier") EmotionClassifier classifier,
            @Autowired JdbcClient jdbc,
            @Autowired ApiKeys keys) {
        this.mvc = mvc;
        this.classifier = classifier;
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        registry.add("undertone.modelstore.path", () -> folder.toString());
    }

    @BeforeAll
    static void fillTheStore() throws IOException {
        TinyCheckpoint.in(folder.resolve("one"), 11);
        TinyCheckpoint.in(folder.resolve("other"), 12);
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/config.json"), "{}");
        new ModelStore(folder).activate(new dev.undertone.modelstore.CheckpointId("one"));
    }

    @BeforeEach
    void serveOne() {
        administrator = new TestKeys(keys).ofAdministrator();
        // At the start of the service the first one is still being loaded.
        Awaitility.await().ignoreExceptions().until(() -> !answering().isEmpty());
        post("/api/v1/admin/checkpoints", "{\"id\":\"one\"}");
    }

    @Test
    void theListSaysWhichOneAnswersAndWhatIsWrongWithTheOthers() {
        assertThat(mvc.get().uri("/api/v1/admin/checkpoints").with(administrator))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[?(@.id=='one')].active",
                        active -> active.assertThat().asArray().containsExactly(true))
                .hasPathSatisfying(
                        "$.items[?(@.id=='broken')].problem",
                        problem -> problem.assertThat()
                                .asArray()
                                .singleElement()
                                .asString()
                                .contains("config.json"));
    }

    @Test
    void anActivatedCheckpointAnswersAtOnceAndAfterTheNextStart() {
        assertThat(post("/api/v1/admin/checkpoints", "{\"id\":\"other\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.checkpoint")
                .isEqualTo("other");

        assertThat(answering()).isEqualTo("other");
        assertThat(new ModelStore(folder).active())
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("other"));
        assertThat(entries("checkpoint.activated", "other")).isPositive();
    }

    @Test
    void aRollBackLetsTheOneBeforeAnswerAgain() {
        post("/api/v1/admin/checkpoints", "{\"id\":\"other\"}");
        long before = entries("checkpoint.activated", "one");

        assertThat(post("/api/v1/admin/checkpoints/rollback", "")).hasStatusOk();

        assertThat(answering()).isEqualTo("one");
        assertThat(entries("checkpoint.activated", "one")).isEqualTo(before + 1);
    }

    @Test
    void aBrokenCheckpointIs409AndTheOneBeforeGoesOn() {
        long before = entries("checkpoint.activated", "broken");

        assertThat(post("/api/v1/admin/checkpoints", "{\"id\":\"broken\"}"))
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("config.json");

        assertThat(answering()).isEqualTo("one");
        assertThat(entries("checkpoint.activated", "broken")).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIs404AndWhatIsNoNameIs422() {
        assertThat(post("/api/v1/admin/checkpoints", "{\"id\":\"nowhere\"}")).hasStatus(404);
        assertThat(post("/api/v1/admin/checkpoints", "{\"id\":\"../one\"}")).hasStatus(422);
        assertThat(post("/api/v1/admin/checkpoints", "{}")).hasStatus(422);
        assertThat(post("/api/v1/admin/checkpoints", "{\"name\":\"one\"}")).hasStatus(400);
    }

    private String answering() {
        return classifier
                .classify(List.of("i feel so happy"), Explanation.NONE)
                .get(0)
                .model()
                .checkpoint()
                .value();
    }

    private long entries(String action, String subject) {
        return Objects.requireNonNull(jdbc.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
                .params(action, subject)
                .query(Long.class)
                .single());
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(path)
                .with(administrator)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
