package dev.undertone.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.TestKeys;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final People people;
    private RequestPostProcessor administrator = request -> request;

    CheckpointsEndpointTests(
            @Autowired MockMvcTester mvc,
            @Autowired @Qualifier("emotionClassifier") EmotionClassifier classifier,
            @Autowired JdbcClient jdbc,
            @Autowired ApiKeys keys,
            @Autowired People people) {
        this.mvc = mvc;
        this.classifier = classifier;
        this.jdbc = jdbc;
        this.keys = keys;
        this.people = people;
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

    @Test
    void thePageShowsEveryCheckpointAndWhyOneCannotBeUsed() {
        assertThat(mvc.get().uri("/models").with(onPages()))
                .hasStatusOk()
                .bodyText()
                .contains(">one</a>", ">other</a>", ">broken</a>", "broken/config.json", "Nobody has evaluated it yet");
        assertThat(mvc.get().uri("/models/one").with(onPages())).hasStatusOk();
        assertThat(mvc.get().uri("/models/one/compare?with=other").with(onPages()))
                .hasStatusOk();
        assertThat(mvc.get().uri("/models/nowhere").with(onPages())).hasStatus(404);
        assertThat(mvc.get().uri("/models/-x").with(onPages())).hasStatus(404);
    }

    @Test
    void noTextGoesUnreadWhileThePageLetsAnotherAnswer() throws Exception {
        long before = entries("checkpoint.activated", "other");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger read = new AtomicInteger();
        Thread reader = new Thread(() -> {
            while (!over.get()) {
                if (!answering().isEmpty()) {
                    read.incrementAndGet();
                }
            }
        });
        AtomicReference<Throwable> failure = new AtomicReference<>();
        reader.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        reader.start();
        try {
            Awaitility.await().until(() -> read.get() > 0);
            assertThat(onPage("/models/other/activate")).hasStatus(302);
            int atSwitch = read.get();
            Awaitility.await().until(() -> read.get() > atSwitch || failure.get() != null);
        } finally {
            over.set(true);
            reader.join();
        }

        assertThat(failure.get()).isNull();
        assertThat(answering()).isEqualTo("other");
        assertThat(entries("checkpoint.activated", "other")).isEqualTo(before + 1);
        assertThat(onPage("/models/rollback")).hasStatus(302);
        assertThat(answering()).isEqualTo("one");
    }

    @Test
    void thePageSaysInTheWordsOfTheStoreWhyABrokenOneCannotTakeOver() {
        assertThat(onPage("/models/broken/activate"))
                .hasStatus(409)
                .bodyText()
                .contains("It could not take over", "config.json", "goes on answering");

        assertThat(answering()).isEqualTo("one");
    }

    private MvcTestResult onPage(String path) {
        return mvc.post().uri(path).with(onPages()).exchange();
    }

    private RequestPostProcessor onPages() {
        PersonDetails person = people.named("Page").orElseGet(() -> {
            people.create("Page", Role.ADMIN, Actor.service());
            return people.named("Page").orElseThrow();
        });
        return SignedIn.as(new Identity.OfPerson(person.id(), person.name(), person.role(), person.epoch()));
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
