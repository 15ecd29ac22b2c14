package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.database.MovableClock;
import dev.undertone.moderation.BulkIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Hands files in, has them worked on when a test says so, and looks at what came of them. */
final class Bench {

    static final Actor FORUM = new Actor(Actor.Kind.API_KEY, "key-1", "forum", Optional.of("192.0.2.7"));
    static final BooleanSupplier ALWAYS = () -> true;

    private final ApplicationContext context;
    final FileIntake files;
    final MovableClock clock;
    final KeywordClassifier model;
    final Uploads uploads;
    final FileIntakeSettings settings;

    Bench(ApplicationContext context) {
        this.context = context;
        this.files = context.getBean(FileIntake.class);
        this.clock = context.getBean(MovableClock.class);
        this.model = context.getBean(KeywordClassifier.class);
        this.uploads = context.getBean(Uploads.class);
        this.settings = context.getBean(FileIntakeSettings.class);
        model.refuse(0);
    }

    FileJobId receive(String name, String content) {
        return receive(name, content.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    FileJobId receive(String name, byte[] content, Optional<String> key) {
        try {
            return files.receive(
                            new FileOffer(name, Optional.of("forum"), key, FORUM), new ByteArrayInputStream(content))
                    .job()
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileJob job(FileJobId id) {
        return files.get(id);
    }

    void workOff() {
        context.getBean(FileWorker.class).workOff(ALWAYS);
    }

    /** What a service does after a start: nothing of an earlier worker is in its memory. */
    FileWorker freshWorker(BulkIntake intake) {
        return freshWorker(intake, settings);
    }

    FileWorker freshWorker(BulkIntake intake, FileIntakeSettings settings) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        TransactionOperations transactions = context.getBean(TransactionOperations.class);
        AuditTrail audit = context.getBean(AuditTrail.class);
        FileRun run = new FileRun(intake, uploads, new RejectedRows(jdbc), transactions, audit, clock, settings);
        return new FileWorker(jdbc, new FileJobs(jdbc), uploads, run, transactions, audit, clock, settings);
    }

    /** The intake of another instance on the same database, which knows nothing of what this one has in its memory. */
    FileIntake anotherInstance() {
        FileJobs jobs = new FileJobs(context.getBean(JdbcClient.class));
        return new FileIntake(
                jobs,
                new UploadKeys(jobs, settings, clock),
                context.getBean(RejectedRows.class),
                uploads,
                context.getBean(TransactionOperations.class),
                context.getBean(AuditTrail.class),
                clock,
                settings,
                context.getBeanProvider(FileBackground.class));
    }

    BulkIntake intake() {
        return context.getBean(BulkIntake.class);
    }

    /** How many texts the model has read so far. */
    int classified() {
        return model.batches().stream().mapToInt(size -> size).sum();
    }

    /** The texts of all submissions, sorted. */
    List<String> texts() {
        return context.getBean(JdbcClient.class)
                .sql("select text from submission order by text")
                .query(String.class)
                .list();
    }

    List<String> column(String name) {
        return context.getBean(JdbcClient.class)
                .sql("select " + name + " from submission order by text")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** What the audit trail says of a file. */
    List<String> actions(FileJobId id) {
        return context.getBean(JdbcClient.class)
                .sql("select action from audit_entry where subject_id = ?")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    String rejected(FileJobId id) {
        StringWriter out = new StringWriter();
        files.rejected(id).write(out);
        return out.toString();
    }

    /** As if another instance had received it. */
    void move(FileJobId id) {
        context.getBean(JdbcClient.class)
                .sql("update file_job set folder = id where id = ?")
                .param(id.value())
                .update();
    }

    boolean hasUpload(FileJobId id) {
        try {
            uploads.open(id, 0).close();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FileRefused gone) {
            return false;
        }
    }

    /** A CSV of rows whose texts sort by their number. */
    static String csv(int rows) {
        return "text\n"
                + IntStream.rangeClosed(1, rows)
                        .mapToObj("this is row %03d\n"::formatted)
                        .collect(Collectors.joining());
    }

    static List<String> rows(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj("this is row %03d"::formatted)
                .toList();
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
