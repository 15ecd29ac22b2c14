package dev.undertone.moderation.file.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.file.FileWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files that are sent more than once with an {@code Idempotency-Key}. */
final class RepeatedUploadTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        private static final String FILES = "/api/v1/submissions/files";
        private static final String FORUM = FILES + "?channel=forum&name=posts.csv";
        private static final String FILE = "text\nhello there\n";
        private static final String REPLAYED = "Idempotency-Replayed";

        @Autowired
        private MockMvcTester mvc;

        @Autowired
        private JdbcClient database;

        @Autowired
        private MovableClock clock;

        private FileWork work;
        private TestKeys keys;

        @BeforeEach
        void prepare(@Autowired ApiKeys apiKeys, @Autowired ApplicationContext context) {
            keys = new TestKeys(apiKeys);
            work = new FileWork(context);
        }

        @Test
        void theSameFileGetsTheSameAnswerAndIsTakenOnce() throws Exception {
            MvcTestResult first = send("forum", FORUM, "k", FILE);
            work.off();
            MvcTestResult again = send("forum", FORUM, "k", FILE);
            work.off();

            assertThat(first).hasStatus(202).doesNotContainHeader(REPLAYED);
            assertThat(again).hasStatus(202).hasHeader(REPLAYED, "true").hasContentType(MediaType.APPLICATION_JSON);
            assertThat(again.getResponse().getContentAsString())
                    .isEqualTo(first.getResponse().getContentAsString())
                    .contains("RECEIVED");
            assertThat(again.getResponse().getHeader("Location"))
                    .isNotNull()
                    .isEqualTo(first.getResponse().getHeader("Location"));
            assertThat(count("submission")).isEqualTo(1);
            assertThat(work.partialUploads()).isEmpty();
        }

        @Test
        void anotherFileNameOrChannelWithTheSameKeyIsRefused() {
            send("forum", FORUM, "k", FILE);
            for (MvcTestResult other : List.of(
                    send("forum", FORUM, "k", "text\ngoodbye\n"),
                    send("forum", FORUM, "k", FILE + "more\n"),
                    send("forum", FILES + "?channel=games&name=posts.csv", "k", FILE),
                    send("forum", FILES + "?channel=forum&name=others.csv", "k", FILE))) {
                assertThat(other)
                        .hasStatus(422)
                        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .bodyText()
                        .contains("used for another file");
            }
            assertThat(count("file_job")).isEqualTo(1);
        }

        @Test
        void theKeyOfAnotherCallerIsAnotherKey() {
            send("forum", FORUM, "k", FILE);
            assertThat(send("chat", FORUM, "k", FILE)).hasStatus(202).doesNotContainHeader(REPLAYED);
            assertThat(count("file_job")).isEqualTo(2);
        }

        @Test
        void aFileWhoseFirstUploadIsStillComingHasToWait() throws Exception {
            send("forum", FORUM, "other", FILE);
            String sender = database.sql("select actor_id from file_job")
                    .query(String.class)
                    .single();
            List<MvcTestResult> meanwhile = new ArrayList<>();
            work.whileOneIsComing(sender, "k", () -> {
                meanwhile.add(send("forum", FORUM, "k", "text\nslow\n"));
                meanwhile.add(send("chat", FORUM, "k", "text\nslow\n"));
                meanwhile.add(send("forum", FORUM, "k2", "text\nslow\n"));
            });

            assertThat(meanwhile.get(0))
                    .hasStatus(409)
                    .hasHeader("Retry-After", "2")
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains("still being received");
            assertThat(meanwhile.get(1)).hasStatus(202);
            assertThat(meanwhile.get(2)).hasStatus(202);
            assertThat(send("forum", FORUM, "k", "text\nslow\n")).hasStatus(202).hasHeader(REPLAYED, "true");
        }

        @Test
        void aKeyIsKeptForADay() {
            send("forum", FORUM, "k", FILE);
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            work.tidy();
            assertThat(send("forum", FORUM, "k", FILE)).hasHeader(REPLAYED, "true");
            clock.advance(Duration.ofSeconds(1));
            assertThat(send("forum", FORUM, "k", "text\nanother\n"))
                    .hasStatus(202)
                    .doesNotContainHeader(REPLAYED);
            clock.advance(Duration.ofHours(24));
            work.tidy();
            assertThat(database.sql("select count(*) from file_job where digest is not null")
                            .query(Long.class)
                            .single())
                    .as("fingerprints that are kept longer than their key")
                    .isZero();
        }

        @Test
        void aFileThatWasTakenIsAnsweredWhenThereIsNoRoomForAnother() {
            send("forum", FORUM, "k", FILE);
            while (count("file_job") < work.maxOpen()) {
                send("forum", FORUM, "k" + count("file_job"), FILE);
            }
            assertThat(send("forum", FORUM, "new", FILE)).hasStatus(503);
            assertThat(send("forum", FORUM, "k", FILE)).hasStatus(202).hasHeader(REPLAYED, "true");
        }

        @Test
        void aRefusedFileLeavesItsKeyFree() {
            assertThat(send("forum", FORUM, "k", "title\nhello\n")).hasStatus(422);
            assertThat(send("forum", FORUM, "k", FILE)).hasStatus(202).doesNotContainHeader(REPLAYED);
        }

        @Test
        void aRepetitionThatIsTooLargeIsNotReadToItsEnd() {
            send("forum", FORUM, "k", FILE);
            assertThat(send("forum", FORUM, "k", "x".repeat((int) work.maxUpload() + 1)))
                    .hasStatus(413);
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", "schlüssel"})
        void aKeyThatIsNoneIsRefused(String key) {
            assertThat(send("forum", FORUM, key, FILE))
                    .hasStatus(400)
                    .bodyText()
                    .contains("Idempotency-Key needs 1 to 255");
            assertThat(count("file_job")).isZero();
        }

        private long count(String table) {
            return Objects.requireNonNull(database.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single());
        }

        private MvcTestResult send(String caller, String path, String key, String file) {
            return mvc.post()
                    .uri(path)
                    .with(keys.of(caller))
                    .header("Idempotency-Key", key)
                    .contentType("text/csv")
                    .content(file)
                    .exchange();
        }
    }
}
