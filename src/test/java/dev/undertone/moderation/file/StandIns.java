package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Until the real ones are there. */
@Configuration(proxyBeanMethods = false)
class StandIns {

    @Bean
    AuditTrail auditStandIn(JdbcClient jdbc) {
        jdbc.sql("create table if not exists audit_entry"
                        + " (sequence varchar(36), action varchar(100), subject_id varchar(200))")
                .update();
        return (by, change) -> jdbc.sql("insert into audit_entry values (?, ?, ?)")
                .params(UUID.randomUUID().toString(), change.action(), change.subjectId())
                .update();
    }

    @Bean
    BulkIntake intakeStandIn(
            JdbcClient jdbc, TransactionOperations transactions, EmotionClassifier classifier, Clock clock) {
        jdbc.sql("create table if not exists submission (id uuid, channel varchar(100), external_id varchar(200),"
                        + " author varchar(200), text varchar(20000), context varchar(20000),"
                        + " constraint once unique (channel, external_id))")
                .update();
        return new Intake(jdbc, transactions, classifier, clock);
    }

    private record Intake(
            JdbcClient jdbc, TransactionOperations transactions, EmotionClassifier classifier, Clock clock)
            implements BulkIntake {

        @Override
        public List<Receipt> submitAll(List<NewSubmission> submissions, Actor by, Consumer<List<Receipt>> alongside) {
            Set<String> seen = new HashSet<>();
            List<Boolean> created =
                    submissions.stream().map(one -> !known(one, seen)).toList();
            List<String> texts = IntStream.range(0, submissions.size())
                    .filter(created::get)
                    .mapToObj(i -> submissions.get(i).text())
                    .toList();
            if (!texts.isEmpty()) {
                classifier.classify(texts, EmotionClassifier.Explanation.NONE);
            }
            return transactions.execute(running -> {
                List<Receipt> receipts = IntStream.range(0, submissions.size())
                        .mapToObj(i -> store(submissions.get(i), created.get(i)))
                        .toList();
                alongside.accept(receipts);
                return receipts;
            });
        }

        private boolean known(NewSubmission one, Set<String> seen) {
            return one.externalId()
                    .filter(id -> !seen.add(one.channel() + id) || stored(one.channel(), id))
                    .isPresent();
        }

        private boolean stored(String channel, String id) {
            return jdbc.sql("select count(*) from submission where channel = ? and external_id = ?")
                            .params(channel, id)
                            .query(Integer.class)
                            .single()
                    > 0;
        }

        private Receipt store(NewSubmission one, boolean created) {
            UUID id = UUID.randomUUID();
            if (created) {
                jdbc.sql("insert into submission values (?, ?, ?, ?, ?, ?)")
                        .params(
                                id,
                                one.channel(),
                                one.externalId().orElse(null),
                                one.author().orElse(null),
                                one.text(),
                                one.context().orElse(null))
                        .update();
            }
            SubmissionDetails.Origin origin = new SubmissionDetails.Origin(
                    one.channel(), one.externalId(), one.author(), Optional.of(one.text()), one.context());
            return new Receipt(
                    new SubmissionDetails(
                            new SubmissionId(id),
                            origin,
                            clock.instant(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    created);
        }
    }
}
