package dev.undertone.browser;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions as they look once they were scored and partly decided, for pages that count them. */
final class StoredScoresForPages {

    private static final List<String> TEXTS = List.of(
            "I can’t believe they lied to us again. I am absolutely furious, and I will not let this go.",
            "He keeps writing to me and I am scared to open the app any more.",
            "We got the keys today, and I am so happy and grateful that it all worked out.",
            "fine. whatever. do what you want, it never mattered anyway",
            "أنا غاضب جدا من هذا الأمر ولا أريد أن أسمع عنه مرة أخرى",
            "this is ridiculous i am so mad right now i could scream");

    private final JdbcClient jdbc;

    StoredScoresForPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores some unless they are there already. */
    void ensure() {
        long there = jdbc.sql("select count(*) from submission where channel = 'forum/general'")
                .query(Long.class)
                .single();
        if (there == 0) {
            store(400, 7);
        }
    }

    /** Stores so many; the same seed makes the same ones. */
    void store(int count, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            double anger = Math.pow(random.nextDouble(), 3);
            double fear = (1 - anger) * Math.pow(random.nextDouble(), 2);
            String resolution = random.nextInt(4) > 0 ? null : anger > random.nextDouble() ? "REJECTED" : "APPROVED";
            store(anger, fear, TEXTS.get(random.nextInt(TEXTS.size())), resolution);
        }
    }

    private void store(double anger, double fear, String text, @org.jspecify.annotations.Nullable String resolution) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        double rest = 1 - anger - fear;
        jdbc.sql("""
                        insert into submission (id, channel, text, received_at, submitted_by, text_length, p_sadness,
                          p_joy, p_love, p_anger, p_fear, p_surprise, notices, tokens, checkpoint, model_precision,
                          latency_ms, verdict, policy_version, judgement, resolution, version)
                        values (:id, 'forum/general', :text, :at, 'forum', :length, :sadness, :joy, 0, :anger, :fear, 0,
                          '', 12, 'emotion-distilbert', 'fp32', 9, 'ALLOW', 'default@1',
                          '{"weight":1.0,"reasons":[]}', :resolution, 0)
                        """)
                .param("id", id)
                .param("text", text)
                .param("at", Instant.parse("2026-01-04T09:00:00Z").atOffset(ZoneOffset.UTC))
                .param("length", text.length())
                .param("sadness", rest / 4)
                .param("joy", rest * 3 / 4)
                .param("anger", anger)
                .param("fear", fear)
                .param("resolution", resolution)
                .update();
    }
}
