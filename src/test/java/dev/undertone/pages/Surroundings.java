package dev.undertone.pages;

import dev.undertone.moderation.policies.VersionDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores what there is besides submissions; straight into the tables, as passwords are slow on purpose. */
final class Surroundings {

    private final JdbcTemplate jdbc;
    private final Instant now;

    Surroundings(JdbcTemplate jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    /** So many of each. */
    void add(int count, VersionDetails judging) {
        int versions =
                Objects.requireNonNull(jdbc.queryForObject("select max(number) from policy_version", Integer.class));
        for (int i = 0; i < count; i++) {
            person(UUID.randomUUID());
            key(UUID.randomUUID());
            file(UUID.randomUUID(), at(now.minus(Duration.ofHours(i))));
            version(judging, judging.policyId(), versions + 1 + i);
            version(judging, policy(UUID.randomUUID()), 1);
        }
    }

    private void person(UUID id) {
        jdbc.update("""
                insert into person (id, version, name, name_key, role, enabled, password_hash, epoch, created_at)
                values (?, 0, ?, ?, 'MODERATOR', true, 'none', 0, ?)
                """, id, "person " + id, "person " + id, at(now));
    }

    private void key(UUID id) {
        jdbc.update("""
                insert into api_key (id, version, name, name_key, key_hash, scopes, created_by, created_at)
                values (?, 0, ?, ?, ?, 'SUBMIT', 'Ada', ?)
                """, id, "key " + id, "key " + id, id.toString(), at(now));
    }

    private void file(UUID id, OffsetDateTime received) {
        jdbc.update("""
                insert into file_job (id, name, channel, bytes, folder, edition, state, line_reached, rows_read, submitted,
                  already_known, rejected, total, attempts, received_at, finished_at, actor_kind, actor_id, actor_name)
                values (?, 'posts.csv', 'channel-1', 90000, ?, 1, 'DONE', 500, 500, 490, 0, 10, 500, 1, ?, ?, 'API_KEY',
                  'key-1', 'forum')
                """, id, UUID.randomUUID(), received, received);
    }

    private UUID policy(UUID id) {
        jdbc.update(
                "insert into policy (id, name, created_at, created_by) values (?, ?, ?, 'Ada')",
                id,
                "policy-" + id.toString().substring(0, 30),
                at(now));
        return id;
    }

    private void version(VersionDetails as, UUID policy, int number) {
        jdbc.update("""
                insert into policy_version (id, policy_id, number, rules, note, state, created_at, created_by, version)
                select ?, ?, ?, rules, '', 'DRAFT', created_at, 'Ada', 0 from policy_version where id = ?
                """, UUID.randomUUID(), policy, number, as.id());
    }

    /** A month in front of the screen. */
    void exposure(UUID person) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int day = 0; day < 30; day++) {
            jdbc.update("""
                    insert into wellbeing_day (person_id, on_day, shown_seconds, anger_seconds, fear_seconds,
                      sadness_seconds, turns, last_beat_at)
                    values (?, ?, 9000, 3000, 900, 700, 3, ?)
                    """, person, today.minusDays(day), at(now));
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
