package dev.undertone.moderation.policies.preview;

import dev.undertone.moderation.policies.StoredCases;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores submissions as they look once they were scored and perhaps decided. */
final class StoredTexts {

    private final JdbcClient jdbc;
    private @Nullable Double anger;
    private String notices = "";
    private @Nullable String resolution;
    private String channel = "forum";
    private Instant at = Instant.parse("2026-01-04T09:00:00Z");

    StoredTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StoredTexts angry(double probability) {
        StoredTexts text = new StoredTexts(jdbc);
        text.anger = probability;
        return text;
    }

    StoredTexts unscored() {
        return new StoredTexts(jdbc);
    }

    StoredTexts noticed(String names) {
        notices = names;
        return this;
    }

    StoredTexts decided(String outcome) {
        resolution = outcome;
        return this;
    }

    StoredTexts in(String name) {
        channel = name;
        return this;
    }

    StoredTexts at(Instant time) {
        at = time;
        return this;
    }

    UUID store() {
        UUID id = Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        Double rest = anger == null ? null : (1 - anger) / 5;
        jdbc.sql("""
                        insert into submission (id, channel, text, received_at, submitted_by, text_length, p_sadness,
                          p_joy, p_love, p_anger, p_fear, p_surprise, notices, verdict, resolution, version)
                        values (:id, :channel, 'Some words.', :at, :by, 11, :rest, :rest, :rest, :anger, :rest, :rest,
                          :notices, 'ALLOW', :resolution, 0)
                        """)
                .param("id", id)
                .param("channel", channel)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", StoredCases.OWNER.name())
                .param("rest", rest, java.sql.Types.DOUBLE)
                .param("anger", anger, java.sql.Types.DOUBLE)
                .param("notices", anger == null ? null : notices)
                .param("resolution", resolution)
                .update();
        return id;
    }
}
