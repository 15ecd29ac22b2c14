package dev.undertone.moderation.erasure;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.file.FileErasure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes an author and their words from all that the service keeps, in one transaction.
 *
 * <p>Files come first: once their rows that are still to come are without the author, every submission of the author is
 * either stored and goes, or comes with a later request and stays whole. Nothing keeps the author for the purpose of
 * remembering the erasure; the audit trail has the counts.
 *
 * <p>What the database no longer shows may still lie in its files for a while: PostgreSQL removes old row versions with
 * its next vacuum and keeps its write-ahead log and backups as long as the operator says; H2 gives the space of old
 * pages free but overwrites it only as it needs it. {@code vacuum full}, or stopping the service and {@code shutdown
 * compact} in H2, removes them at once.
 */
@Component
@ConditionalOnWebApplication
public class AuthorErasure {

    private static final int ATTEMPTS = 5;
    private static final String SUBJECT = "erasure";

    private final ErasableSubmissions submissions;
    private final FileErasure files;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final AuditHistory history;
    private final TransactionOperations transactions;
    private final Clock clock;

    /**
     * Two that rewrite the same upload would have to begin again and again; the folder of uploads is this instance's.
     */
    private final Lock turn = new ReentrantLock();

    AuthorErasure(
            ErasableSubmissions submissions,
            FileErasure files,
            ApplicationEventPublisher events,
            AuditTrail audit,
            AuditHistory history,
            TransactionOperations transactions,
            Clock clock) {
        this.submissions = submissions;
        this.files = files;
        this.events = events;
        this.audit = audit;
        this.history = history;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Erases an author. One of whom nothing is kept is answered in the same way, with zeros: that too is a proof. */
    public Receipt erase(String author, Actor by) {
        turn.lock();
        try {
            return eraseInTurn(author, by);
        } finally {
            turn.unlock();
        }
    }

    private Receipt eraseInTurn(String author, Actor by) {
        for (int attempt = 1; ; attempt++) {
            try {
                Receipt receipt = transactions.execute(running -> eraseAll(author, by));
                long place = history.of(SUBJECT, receipt.id().toString()).get(0).sequence();
                return new Receipt(
                        receipt.id(), receipt.erasedAt(), receipt.counts(), receipt.unfinishedFiles(), place);
            } catch (ConcurrencyFailureException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    private Receipt eraseAll(String author, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        FileErasure.Erased inFiles = files.erase(author, by);
        List<SubmissionId> found = submissions.of(author);
        AuthorErased erased = new AuthorErased(found, by, now);
        // Those who keep items lock them before the submissions, as decisions do.
        events.publishEvent(erased);
        erased.count("submissions", submissions.erase(found, now));
        erased.count("files", inFiles.files());
        erased.count("rejectedRows", inFiles.rejectedRows());
        found.forEach(submission -> audit.append(
                by,
                Change.of(
                        "submission.erased",
                        "submission",
                        submission.toString(),
                        Map.of(),
                        Map.of(SUBJECT, id.toString()))));
        audit.append(by, Change.of("author.erased", SUBJECT, id.toString(), Map.of(), figures(erased, inFiles)));
        return new Receipt(id, now, erased.counts(), inFiles.unfinished(), 0);
    }

    private static Map<String, String> figures(AuthorErased erased, FileErasure.Erased inFiles) {
        Map<String, String> figures = new TreeMap<>();
        erased.counts().forEach((sort, count) -> figures.put(sort, count.toString()));
        figures.put("unfinishedFiles", Integer.toString(inFiles.unfinished().size()));
        return figures;
    }
}
