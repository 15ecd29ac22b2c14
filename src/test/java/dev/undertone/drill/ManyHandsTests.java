package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Many people at the same items at the same moment, over HTTP. */
final class ManyHandsTests {

    private static final int HANDS = 32;
    private static final int ITEMS = Form.of(120, 1000);
    private static final AtOnce TOGETHER = new AtOnce(HANDS);

    /** As many as the intake takes at once on the smallest machine. */
    private static final AtOnce SUBMITTING = new AtOnce(2);

    private static final int CONTESTED = Form.of(4, 100);

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired Environment environment, @Autowired ApiKeys keys) {
            super(environment, keys);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired Environment environment, @Autowired ApiKeys keys) {
            super(environment, keys);
        }
    }

    abstract static class Cases {

        private final Environment environment;
        private final ApiKeys keys;
        private List<Api> hands = List.of();

        Cases(Environment environment, ApiKeys keys) {
            this.environment = environment;
            this.keys = keys;
        }

        @BeforeEach
        void hireAndSubmit() {
            int port = environment.getRequiredProperty("local.server.port", Integer.class);
            hands = IntStream.range(0, HANDS)
                    .mapToObj(hand ->
                            new Api(port, keys.create("hand-" + hand, EnumSet.allOf(Scope.class), Actor.commandLine())))
                    .toList();
        }

        private void submit(int items) {
            SUBMITTING.each(IntStream.range(0, items).boxed().toList(), item -> {
                Answer stored = hands.get(item % HANDS)
                        .post("/api/v1/submissions", Map.of("channel", "drill", "text", "furious, no " + item));
                assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
            });
        }

        @Test
        void nobodyGetsWhatSomebodyElseHas() {
            submit(ITEMS);
            Map<String, Claim> claims = claimAll();
            assertThat(claims).hasSize(ITEMS);

            Map<String, Integer> wins = new ConcurrentHashMap<>();
            List<Attempt> attempts = claims.values().stream()
                    .flatMap(claim -> Stream.of(claim.holder(), claim.holder(), stranger(claim))
                            .map(hand -> new Attempt(hand, claim)))
                    .toList();
            TOGETHER.each(attempts, attempt -> decide(attempt.hand(), attempt.claim(), wins));
            assertThat(wins).hasSize(ITEMS);
            assertThat(wins.values()).containsOnly(1);
            assertRecordedOnce(claims.keySet());
        }

        /** Every hand takes the next item until there is none left. */
        private Map<String, Claim> claimAll() {
            Map<String, Claim> claims = new ConcurrentHashMap<>();
            TOGETHER.each(hands, hand -> {
                for (Answer next = next(hand); next.status() != 204; next = next(hand)) {
                    assertThat(next.status()).as(next.toString()).isEqualTo(200);
                    Claim before = claims.put(next.text("id"), new Claim(hand, next));
                    assertThat(before).as("claimed twice: " + next).isNull();
                }
            });
            return claims;
        }

        private static Answer next(Api hand) {
            return hand.post("/api/v1/reviewables/next", Map.of());
        }

        private Api stranger(Claim claim) {
            return hands.get((hands.indexOf(claim.holder()) + 1) % HANDS);
        }

        private static void decide(Api hand, Claim claim, Map<String, Integer> wins) {
            Answer answer = Load.decide(hand, claim.item(), "REJECTED");
            if (answer.status() == 200) {
                wins.merge(claim.item().text("id"), 1, Integer::sum);
                assertThat(hand).as("who decided").isEqualTo(claim.holder());
            } else {
                assertLost(answer);
            }
        }

        private static void assertLost(Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.body().has("holder") || answer.body().has("decision"))
                    .as("says who was first: " + answer)
                    .isTrue();
        }

        private void assertRecordedOnce(Set<String> items) {
            Map<String, Integer> stored = new ConcurrentHashMap<>();
            hands.get(0)
                    .each(
                            "/api/v1/decisions",
                            decision -> stored.merge(decision.get("reviewable").stringValue(), 1, Integer::sum));
            assertThat(stored.keySet()).isEqualTo(items);
            assertThat(stored.values()).containsOnly(1);
            new Inspection(hands.get(0)).assertChainHolds();
        }

        @Test
        void oneOfManyWhoReachForAnItemGetsIt() {
            submit(CONTESTED);
            List<String> items = Stream.of(hands.get(0).get("/api/v1/reviewables?limit=200"))
                    .flatMap(page -> page.body().get("items").valueStream())
                    .map(item -> item.get("id").stringValue())
                    .toList();
            assertThat(items).hasSize(CONTESTED);
            for (String item : items) {
                Map<Api, Answer> answers = new ConcurrentHashMap<>();
                TOGETHER.each(
                        hands,
                        hand -> answers.put(hand, hand.post("/api/v1/reviewables/" + item + "/claim", Map.of())));
                assertThat(answers.values().stream().filter(answer -> answer.status() == 200))
                        .hasSize(1);
                answers.values().stream()
                        .filter(answer -> answer.status() != 200)
                        .forEach(Cases::assertLost);
            }
        }
    }

    /**
     * An item in somebody's hands.
     *
     * @param holder whose
     * @param item as it was when they got it
     */
    private record Claim(Api holder, Answer item) {}

    /**
     * Somebody who wants to decide.
     *
     * @param hand who
     * @param claim about what
     */
    private record Attempt(Api hand, Claim claim) {}
}
