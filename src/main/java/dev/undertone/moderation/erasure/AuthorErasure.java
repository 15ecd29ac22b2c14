package dev.undertone.moderation.erasure;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.file.FileErasure;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes an author and their words from all that the service keeps, in portions, so that nobody else has to wait for
 * all of a prolific author. If it is broken off, whoever erases repeats it: what went does not come back, and the rest
 * goes then.
 *
 * <p>Files come first: once their rows that are still to come are without the author, every submission of the author is
 * either stored and goes, or comes with a later request and stays whole. Nothing keeps the author for the purpose of
 * remembering the erasure; the audit trail has the counts, with the last portion.
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
    private static final int AT_ONCE = 1_000;
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
        Stage stage = repeatedly(() -> eraseSome(begin(author, by)));
        while (!stage.toCome().isEmpty()) {
            Stage reached = stage;
            stage = repeatedly(() -> eraseSome(reached));
        }
        Receipt receipt = stage.soFar();
        long place = history.of(SUBJECT, receipt.id().toString()).get(0).sequence();
        return new Receipt(receipt.id(), receipt.erasedAt(), receipt.counts(), receipt.unfinishedFiles(), place);
    }

    private <T> T repeatedly(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(running -> change.get());
            } catch (ConcurrencyFailureException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    private Stage begin(String author, Actor by) {
        FileErasure.Erased inFiles = files.erase(author, by);
        Receipt receipt = new Receipt(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Map.of("files", (long) inFiles.files(), "rejectedRows", (long) inFiles.rejectedRows()),
                inFiles.unfinished(),
                0);
        return new Stage(receipt, by, submissions.of(author));
    }

    /** Erases the next portion; with the last one comes the entry about the whole. */
    private Stage eraseSome(Stage stage) {
        Receipt soFar = stage.soFar();
        List<SubmissionId> some =
                stage.toCome().subList(0, Math.min(AT_ONCE, stage.toCome().size()));
        AuthorErased erased = new AuthorErased(some, stage.by(), soFar.erasedAt());
        soFar.counts().forEach(erased::count);
        // Those who keep items lock them before the submissions, as decisions do.
        events.publishEvent(erased);
        erased.count("submissions", submissions.erase(some, soFar.erasedAt()));
        some.forEach(submission -> audit.append(
                stage.by(),
                Change.of(
                        "submission.erased",
                        "submission",
                        submission.toString(),
                        Map.of(),
                        Map.of(SUBJECT, soFar.id().toString()))));
        Stage reached = stage.after(some.size(), erased.counts());
        if (reached.toCome().isEmpty()) {
            audit.append(
                    stage.by(),
                    Change.of("author.erased", SUBJECT, soFar.id().toString(), Map.of(), figures(reached.soFar())));
        }
        return reached;
    }

    private static Map<String, String> figures(Receipt receipt) {
        Map<String, String> figures = new TreeMap<>();
        receipt.counts().forEach((sort, count) -> figures.put(sort, count.toString()));
        figures.put(
                "unfinishedFiles", Integer.toString(receipt.unfinishedFiles().size()));
        return figures;
    }

    /**
     * How far an erasure has come.
     *
     * @param soFar what was removed until now
     * @param by who asked for it
     * @param toCome what was found of the author and is still there
     */
    private record Stage(Receipt soFar, Actor by, List<SubmissionId> toCome) {

        Stage after(int erased, Map<String, Long> counts) {
            Receipt receipt = new Receipt(soFar.id(), soFar.erasedAt(), counts, soFar.unfinishedFiles(), 0);
            return new Stage(receipt, by, toCome.subList(erased, toCome.size()));
        }
    }
}
