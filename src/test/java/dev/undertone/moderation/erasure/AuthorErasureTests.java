package dev.undertone.moderation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.audit.AuditChain;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.file.FileWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** An author is gone from everywhere, and nothing else is. */
final class AuthorErasureTests {

    /** Another one each time: files of an earlier run may still lie in the folder. */
    private static final String SENTINEL = "Quagga-" + UUID.randomUUID();

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final ApplicationContext context;
        private final Forum forum;
        private final EverythingKept everything;
        private final JdbcTemplate jdbc;

        Cases(ApplicationContext context) {
            this.context = context;
            this.forum = new Forum(context.getBean(MockMvcTester.class), context.getBean(ApiKeys.class));
            this.jdbc = context.getBean(JdbcTemplate.class);
            this.everything = new EverythingKept(
                    jdbc, Path.of(context.getEnvironment().getRequiredProperty("undertone.data-dir")));
        }

        @Test
        void theSentinelIsNowhereAfterwards() {
            FileWork files = new FileWork(context);
            String open = forum.submit(SENTINEL, "id " + SENTINEL, "furious " + SENTINEL, "before " + SENTINEL);
            String decided = forum.submit(SENTINEL, "other " + SENTINEL, "furious too", "");
            forum.post("/api/v1/submissions/batch", """
                    {"submissions":[{"channel":"forum","author":"bob","text":"hello"},
                     {"channel":"forum","author":"%1$s","text":"hello from %1$s"}]}""".formatted(SENTINEL));
            forum.note(forum.itemOf(open), "is this " + SENTINEL + "?");
            assertThat(forum.decide(forum.claim(forum.itemOf(decided)), "insulted " + SENTINEL))
                    .hasStatusOk();
            forum.upload("author,text\n%1$s, \n%1$s,fine\nbob,a,b %1$s\n".formatted(SENTINEL));
            files.off();
            forum.upload("author,text\n%1$s,about %1$s\nbob,later\n".formatted(SENTINEL));
            assertThat(everything.placesOf(SENTINEL))
                    .contains(
                            "submission.author",
                            "submission.external_id",
                            "submission.text",
                            "submission.context",
                            "decision.reason",
                            "review_note.text",
                            "file_rejected.author",
                            "file_rejected.text",
                            "file uploads");

            JsonNode receipt = forum.erase(SENTINEL);

            assertThat(everything.placesOf(SENTINEL)).isEmpty();
            assertThat(everything.placesOf("bob")).contains("submission.author", "file uploads");
            assertThat(receipt.get("counts").toString())
                    .isEqualTo("{\"decisionReasons\":1,\"files\":1,\"itemsEnded\":1,\"keptAnswers\":3,\"notes\":1,"
                            + "\"rejectedRows\":2,\"submissions\":4}");
            files.off();
            assertThat(everything.placesOf(SENTINEL)).isEmpty();
            assertThat(jdbc.queryForList(
                            "select text from submission where author = 'bob' order by text", String.class))
                    .containsExactly("hello", "later");
        }

        @Test
        void nothingThatIsDerivedFromTheTextCanBeCheckedAnyMore() {
            forum.submit("ann", "1", "furious", "");
            forum.erase("ann");
            assertThat(jdbc.queryForList("select salt from submission where salt is not null"))
                    .as("salts, with which the hash in the trail could be tried")
                    .isEmpty();
            assertThat(jdbc.queryForList("select request_hash from idempotent_request"))
                    .as("hashes of requests")
                    .isEmpty();
        }

        @Test
        void whatWasErasedSaysSoAndShowsWhatRemains() {
            String id = forum.submit("ann", "1", "furious", "");
            JsonNode receipt = forum.erase("ann");
            JsonNode shown = forum.get("/api/v1/submissions/" + id);

            assertThat(shown.get("state").stringValue()).isEqualTo("ERASED");
            assertThat(shown.get("erasedAt")).isEqualTo(receipt.get("erasedAt"));
            assertThat(shown.get("text").isNull()).isTrue();
            assertThat(shown.get("verdict").stringValue()).isEqualTo("HOLD");
            assertThat(shown.get("scores").get("anger").doubleValue()).isEqualTo(0.9);
            assertThat(shown.get("history").toString()).contains("submission.erased");
        }

        @Test
        void theReceiptNamesItsAuditEntryWhichHasTheCountsAndNotTheAuthor() {
            forum.submit("ann", "1", "furious", "");
            JsonNode receipt = forum.erase("ann");
            JsonNode entry =
                    forum.get("/api/v1/audit?action=author.erased").get("items").get(0);

            assertThat(entry.get("sequence")).isEqualTo(receipt.get("auditEntry"));
            assertThat(entry.get("subject").get("id")).isEqualTo(receipt.get("id"));
            assertThat(entry.get("after").get("submissions").stringValue()).isEqualTo("1");
            assertThat(entry.toString()).doesNotContain("ann");
            assertThat(context.getBean(AuditChain.class)
                            .verify(Optional.empty())
                            .holds())
                    .isTrue();
        }

        @Test
        void repeatingAndErasingSomebodyUnknownAreHarmlessAndProveThatNothingIsThere() {
            forum.submit("bob", "1", "hello", "");
            forum.submit("ann", "2", "hello", "");
            forum.erase("ann");
            for (String author : List.of("ann", "nobody")) {
                assertThat(forum.erase(author).get("counts").toString()).doesNotContainPattern("[1-9]");
            }
            assertThat(jdbc.queryForObject("select count(*) from submission where text is null", Integer.class))
                    .isEqualTo(1);
        }

        @Test
        void theSameNameWithAnotherLetterIsSomebodyElse() {
            for (String author : List.of("Ann", "ann ", "änn", "ann")) {
                forum.submit(author, author, "hello", "");
            }
            forum.erase("ann");
            assertThat(Set.copyOf(
                            jdbc.queryForList("select author from submission where author is not null", String.class)))
                    .containsExactlyInAnyOrder("Ann", "ann ", "änn");
        }

        @Test
        void previewsGoOnCountingWhatWasErased() {
            forum.submit("ann", "1", "furious", "");
            JsonNode before = preview();
            forum.erase("ann");

            assertThat(before.get("judged").intValue()).isEqualTo(1);
            assertThat(preview()).isEqualTo(before);
        }

        private JsonNode preview() {
            String policy =
                    forum.get("/api/v1/policies").get("items").get(0).get("id").stringValue();
            return Forum.json(forum.post("/api/v1/policies/" + policy + "/preview", "{\"version\":1}"));
        }
    }
}
