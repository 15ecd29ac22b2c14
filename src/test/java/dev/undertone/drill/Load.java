package dev.undertone.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Callers who submit, claim, decide and undo as fast as they are answered; what they hear goes into the ledger. */
final class Load implements AutoCloseable {

    private static final List<String> TEXTS = List.of(
            "i feel so very happy today",
            "they am angry and afraid now",
            "you and me",
            "it am so sad . the end",
            "i am loved and amazed !");
    private static final List<String> OUTCOMES = List.of("APPROVED", "REJECTED", "IGNORED");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api api;
    private final String name;
    private final Ledger ledger;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> callers = new ArrayList<>();

    /**
     * Begins.
     *
     * @param name makes the external ids of this load different from those of others
     */
    Load(Api api, String name, Ledger ledger, int threads) {
        this.api = api;
        this.name = name;
        this.ledger = ledger;
        for (int i = 0; i < threads; i++) {
            int caller = i;
            Thread thread = new Thread(() -> call(caller), "load-" + i);
            thread.setDaemon(true);
            callers.add(thread);
            thread.start();
        }
    }

    /** Waits until the service has acknowledged so much more. */
    void awaitAcknowledged(int more) {
        int goal = ledger.acknowledged() + more;
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ledger.acknowledged() >= goal
                        || !ledger.surprises().isEmpty()
                        || callers.stream().noneMatch(Thread::isAlive));
    }

    private void call(int caller) {
        try {
            for (int round = 0; !stopped.get(); round++) {
                submit(name + "-" + caller + "-" + round, TEXTS.get(round % TEXTS.size()));
                review(round);
            }
        } catch (Api.NoAnswer killed) {
            stopped.set(true);
        } catch (RuntimeException | Error unforeseen) {
            // A caller that is gone unseen would look like one to whom nothing bad was said.
            ledger.surprised(unforeseen);
        }
    }

    private void submit(String externalId, String text) {
        Answer answer = api.post(
                "/api/v1/submissions",
                Map.of("externalId", externalId, "channel", "drill", "author", "someone", "text", text),
                "Idempotency-Key",
                externalId);
        if (took(answer, 201)) {
            ledger.submitted(answer.text("id"), externalId);
        }
    }

    private void review(int round) {
        Answer next = api.post("/api/v1/reviewables/next", Map.of());
        if (!took(next, 200, 204) || next.status() == 204) {
            return;
        }
        String item = next.text("id");
        Answer decision = decide(api, next, OUTCOMES.get(round % OUTCOMES.size()));
        if (took(decision, 200)) {
            ledger.decided(decision.text("id"), item);
            if (round % 4 == 3) {
                undo(decision.text("id"), item);
            }
        }
    }

    private void undo(String decision, String item) {
        Answer undone = api.post("/api/v1/decisions/" + decision + "/undo", Map.of());
        if (took(undone, 200)) {
            for (JsonNode compensating : undone.body().get("decisions")) {
                ledger.decided(compensating.get("id").stringValue(), item);
            }
        }
    }

    /** Decides about a claimed item. */
    static Answer decide(Api api, Answer claimed, String outcome) {
        JsonNode item = claimed.body();
        return api.post(
                "/api/v1/reviewables/" + claimed.text("id") + "/decision",
                Map.of(
                        "outcome", outcome,
                        "version", item.get("version").longValue(),
                        "token", item.get("lease").get("token").longValue()));
    }

    private boolean took(Answer answer, int... statuses) {
        for (int status : statuses) {
            if (answer.status() == status) {
                return true;
            }
        }
        if (answer.isRefusal()) {
            ledger.refused();
        } else {
            ledger.surprised(answer);
        }
        return false;
    }

    @Override
    public void close() {
        stopped.set(true);
        Awaitility.await().atMost(PATIENCE).until(() -> callers.stream().noneMatch(Thread::isAlive));
    }
}
