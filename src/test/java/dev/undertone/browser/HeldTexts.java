package dev.undertone.browser;

import dev.undertone.account.Caller;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.QueueName;
import dev.undertone.review.Claims;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Texts that wait in a queue of their own, as the browser tests share one database. */
final class HeldTexts {

    private static final AtomicInteger QUEUES = new AtomicInteger();

    private static final List<String> TEXTS = List.of(
            "I have told you three times that this was broken, and nobody has answered me yet.",
            "You people are unbelievable. I want my money back, today, and an apology from whoever wrote that letter.",
            "كم مرة يجب أن أكتب إليكم قبل أن يجيب أحد؟ هذا غير مقبول على الإطلاق",
            "I am scared to open the door since he wrote that he knows where I live.",
            "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaargh",
            "The moderators deleted my post without a word. ".repeat(12));

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    HeldTexts(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** Makes a queue with so many texts, more of them angry than not. */
    String queueOfMany(int count) {
        String queue = "triage-" + QUEUES.incrementAndGet();
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        transaction.executeWithoutResult(running -> IntStream.range(0, count)
                .forEach(i -> hold(
                        queue,
                        i % TEXTS.size() == 5 ? TEXTS.get(5) : i + ". " + TEXTS.get(i % TEXTS.size()),
                        scores(Emotion.ANGER, Math.sqrt((i + .5) / count)))));
        return queue;
    }

    /** Scores with this much of an emotion, the rest being joy. */
    static EmotionScores scores(Emotion emotion, double probability) {
        List<Double> all = new ArrayList<>(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
        all.set(Emotion.JOY.id(), 1 - probability);
        all.set(emotion.id(), probability);
        return new EmotionScores(all);
    }

    /** Queues one text. */
    void hold(String queue, String text, EmotionScores scores) {
        SubmissionId id = new SubmissionId(UUID.randomUUID());
        Instant now = java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        String columns =
                Emotion.inOrder().stream().map(one -> "p_" + one.label()).collect(Collectors.joining(", "));
        String values = scores.probabilities().stream().map(String::valueOf).collect(Collectors.joining(", "));
        jdbc.sql("insert into submission (id, channel, text, received_at, submitted_by, text_length, " + columns
                        + ", notices, tokens, checkpoint, model_precision, latency_ms, verdict, queue, version)"
                        + " values (?, 'forum', ?, ?, 'test', ?, " + values
                        + ", '', 9, 'test', 'fp32', 1, 'HOLD', ?, 0)")
                .params(id.value(), text, now.atOffset(ZoneOffset.UTC), text.length(), queue)
                .update();
        SubmissionHeld held = new SubmissionHeld(
                id,
                "forum",
                new QueueName(queue),
                Optional.empty(),
                Optional.of(scores),
                Optional.of("default@1"),
                Optional.of("test"),
                now);
        context.getBean(TransactionTemplate.class).executeWithoutResult(running -> context.publishEvent(held));
    }

    /** Has somebody take the next item of a queue. */
    UUID takeOne(String queue, String name) {
        Actor actor = new Actor(Actor.Kind.PERSON, "id-of-" + name, name, Optional.empty());
        return context.getBean(Claims.class)
                .next(Optional.of(new QueueName(queue)), new Caller(actor, Role.MODERATOR.scopes(), false))
                .orElseThrow();
    }
}
