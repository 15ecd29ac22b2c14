package dev.undertone.moderation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/**
 * Nobody works on what was erased: it leaves the queue, whoever had it is told, and a decision about it still counts.
 */
final class ErasedItemsTests {

    private static final String ITEMS = "/api/v1/reviewables";

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

        private final Forum forum;

        Cases(ApplicationContext context) {
            this.forum = new Forum(context.getBean(MockMvcTester.class), context.getBean(ApiKeys.class));
        }

        private String submitted() {
            return forum.submit("ann", "1", "furious", "");
        }

        @Test
        void anErasedItemLeavesTheQueueAndIsCountedAsErased() {
            submitted();
            forum.submit("bob", "2", "furious", "");
            forum.erase("ann");

            assertThat(forum.get(ITEMS).get("items")).hasSize(1);
            assertThat(forum.get(ITEMS + "/counts").toString())
                    .contains("\"ERASED\",\"count\":1", "\"OPEN\",\"count\":1");
            assertThat(forum.post(ITEMS + "/next", "{}")).hasStatus(200);
            assertThat(forum.post(ITEMS + "/next", "{}")).hasStatus(204);
        }

        @Test
        void whoeverHasTheItemIsToldThatItsTextWasErased() {
            JsonNode claimed = forum.claim(forum.itemOf(submitted()));
            String at = ITEMS + "/" + claimed.get("id").stringValue();
            String token = "{\"token\":" + claimed.get("lease").get("token") + "}";
            forum.erase("ann");

            assertToldOf(forum.decide(claimed, "rude"));
            assertToldOf(forum.post(at + "/renew", token));
            assertToldOf(forum.post(at + "/release", token));
            assertToldOf(forum.post(at + "/hold", token));
            assertToldOf(forum.post(at + "/unhold", token));
            assertToldOf(forum.post(at + "/claim", ""));
            assertThat(forum.get(at).get("lease").isNull()).isTrue();
        }

        private static void assertToldOf(MvcTestResult answer) {
            assertThat(answer).hasStatus(409);
            assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("ERASED");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("needs nothing more: its text was erased at 2");
        }

        @Test
        void aBulkDecisionPassesItBy() {
            String item = forum.itemOf(submitted());
            forum.erase("ann");
            JsonNode answer = Forum.json(
                    forum.post(ITEMS + "/decisions", "{\"ids\":[\"" + item + "\"],\"outcome\":\"APPROVED\"}"));
            assertThat(answer.toString()).contains("its text was erased at 2");
        }

        @Test
        void nothingMoreIsWrittenAboutIt() {
            String waiting = forum.itemOf(submitted());
            String decided = forum.itemOf(forum.submit("ann", "2", "furious", ""));
            forum.decide(forum.claim(decided), "rude");
            forum.erase("ann");
            for (String item : new String[] {waiting, decided}) {
                assertThat(forum.note(item, "ann wrote it")).hasStatus(409);
            }
        }

        @Test
        void aDecisionStandsWithoutItsReason() {
            String id = submitted();
            String item = forum.itemOf(id);
            forum.decide(forum.claim(item), "rude");
            forum.erase("ann");

            JsonNode shown = forum.get(ITEMS + "/" + item);
            assertThat(shown.get("status").stringValue()).isEqualTo("DECIDED");
            assertThat(shown.get("erasedAt").isNull()).isFalse();
            assertThat(shown.toString()).doesNotContain("rude");
            assertThat(forum.get("/api/v1/submissions/" + id)
                            .get("decision")
                            .get("resolution")
                            .stringValue())
                    .isEqualTo("REJECTED");
        }

        @Test
        void undoingADecisionAboutItDoesNotBringItBackIntoTheQueue() {
            String id = submitted();
            String item = forum.itemOf(id);
            String decision = Forum.json(forum.decide(forum.claim(item), "rude"))
                    .get("id")
                    .stringValue();
            forum.erase("ann");
            assertThat(forum.post("/api/v1/decisions/" + decision + "/undo", ""))
                    .hasStatusOk();

            assertThat(forum.get(ITEMS + "/" + item).get("status").stringValue())
                    .isEqualTo("ERASED");
            assertThat(forum.get("/api/v1/submissions/" + id).get("decision").isNull())
                    .isTrue();
            assertThat(forum.post(ITEMS + "/next", "{}")).hasStatus(204);
        }
    }
}
