package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.textfile.FieldRow;
import dev.undertone.textfile.FieldRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of files can be found and goes away, by itself or for an author. */
final class FileErasureTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final ApplicationContext context;
        private final Bench bench;
        private final FileErasure erasure;
        private final FileHousekeeping housekeeping;

        Cases(ApplicationContext context) {
            this.context = context;
            this.bench = new Bench(context);
            this.erasure = context.getBean(FileErasure.class);
            this.housekeeping = context.getBean(FileHousekeeping.class);
        }

        @Test
        void rejectedRowsOfAnAuthorAreDeletedAndThoseOfOthersStay() {
            FileJobId id = bench.receive("posts.csv", "author,text\nann, \nbob, \nby ann,too,many\n");
            bench.workOff();
            assertThat(erase("ann").rejectedRows()).isEqualTo(2);

            assertThat(bench.rejected(id))
                    .contains("3,the text has no readable character")
                    .doesNotContain("ann");
        }

        @Test
        void aRowOfSomebodyElseStaysWhateverNamesItsTextHolds() {
            FileJobId id = bench.receive(
                    "posts.csv",
                    "author,text,externalId\nbob,a word to ann,%s\n"
                            .formatted("x".repeat(201))
                            .getBytes(StandardCharsets.UTF_8),
                    Optional.of("monday"));
            bench.workOff();
            assertThat(erase("ann").rejectedRows()).isZero();

            assertThat(bench.rejected(id)).contains("a word to ann");
            assertThat(bench.job(id).origin().repetition()).isPresent();
        }

        private FileErasure.Erased erase(String author) {
            return erasure.erase(author, Bench.FORUM);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "posts.csv|author,text\nann,one\nbob,two\nann,three\n,\"four\nand\"\nann,five\nbob,six\nann,x,y\n",
                    "posts.csv|\r\n\r\nAuthor,Text\r\nann,\"one\r\nmore\"\r\nbob,two\r\n\r\n\"ann\",x\r\n,four\r\nbob,six",
                    "posts.csv|author,text\rann,\"one\rmore\"\rbob,two\rann,x\r,four\rbob,six\r",
                    "posts.csv|author,text\n,\"four\rand\"\nann,\"x\ry\"\nbob,two\nbob,six\n",
                    "posts.jsonl|{\"author\":\"ann\",\"text\":\"x\"}\n\n{\"author\":\"bob\",\"text\":\"two\"}\n"
                            + "{\"text\":\"four\"}\r\n{\"author\":\"\\u0061nn\",\"text\":\"x\"}\n{\"text\":\"six\"}"
                })
        void rowsThatAreStillToComeGoAndAllOthersStandWhereTheyStood(String named) {
            String name = named.substring(0, named.indexOf('|'));
            String content = named.substring(named.indexOf('|') + 1);
            for (byte[] bytes : List.of(content.getBytes(StandardCharsets.UTF_8), Bench.gzip(content))) {
                FileJobId id = bench.receive(name, bytes, Optional.of("key" + bytes.length));
                List<FieldRow> before = rows(id, name, 0);
                assertThat(erase("ann")).isEqualTo(new FileErasure.Erased(0, 1, List.of()));

                assertThat(rows(id, name, 1))
                        .isEqualTo(before.stream().filter(row -> !isOfAnn(row)).toList())
                        .hasSize(3);
                assertThat(bench.hasUpload(id))
                        .as("the edition with the author")
                        .isFalse();
                assertThat(bench.job(id).origin().repetition()).isEmpty();
                assertThat(bench.actions(id)).contains("file.redacted");
                assertThat(erase("ann").files()).isZero();
                bench.files.delete(id, Bench.FORUM);
            }
        }

        private static boolean isOfAnn(FieldRow row) {
            return row instanceof FieldRow.Broken
                    || "ann".equals(((FieldRow.Fields) row).values().get("author"));
        }

        private List<FieldRow> rows(FileJobId id, String name, int edition) {
            List<FieldRow> rows = new ArrayList<>();
            try (FieldRows file =
                    FieldRows.open(name, bench.uploads.open(id, edition), bench.settings.limits(), RowReading.NAMES)) {
                file.forEachRemaining(rows::add);
            }
            return rows;
        }

        @Test
        void aWorkerInTheMiddleOfAFileGoesOnWithoutTheAuthor() {
            StringBuilder csv = new StringBuilder("author,text\n");
            for (int row = 1; row <= 60; row++) {
                csv.append(row % 2 == 0 ? "ann," : "bob,")
                        .append("row ")
                        .append(100 + row)
                        .append('\n');
            }
            FileJobId id = bench.receive("posts.csv", csv.toString());
            AtomicInteger asked = new AtomicInteger();
            bench.freshWorker(bench.intake()).workOff(() -> {
                // After the first chunk, while the worker has the file open.
                if (asked.incrementAndGet() == 3) {
                    erase("ann");
                }
                return true;
            });
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.RUNNING);
            assertThat(bench.texts()).hasSize(bench.settings.chunk());
            bench.workOff();

            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
            assertThat(bench.texts()).doesNotHaveDuplicates().hasSize(30 + bench.settings.chunk() / 2);
            FileProgress progress = bench.job(id).progress();
            assertThat(progress.rowsRead()).isEqualTo(progress.total().orElseThrow());
        }

        @Test
        void aDamagedFileIsEndedSinceItMayHoldAnything() {
            byte[] packed = Bench.gzip("author,text\n" + "bob,hello\n".repeat(9_000));
            FileJobId id = bench.receive("posts.csv.gz", Arrays.copyOf(packed, packed.length - 9), Optional.empty());
            assertThat(erase("ann").files()).isEqualTo(1);

            assertThat(bench.job(id).state()).isEqualTo(FileJobState.CANCELLED);
            assertThat(bench.hasUpload(id)).isFalse();
        }

        @Test
        void fingerprintsOfFilesThatHeldTheAuthorGoAndThoseOfOthersStay() {
            FileJobId held =
                    bench.receive("a.csv", "author,text\nann,x\n".getBytes(StandardCharsets.UTF_8), Optional.of("a"));
            bench.workOff();
            bench.clock.advance(Duration.ofSeconds(1));
            FileJobId other =
                    bench.receive("b.csv", "author,text\nbob,x\n".getBytes(StandardCharsets.UTF_8), Optional.of("b"));
            bench.workOff();
            erase("ann");

            assertThat(bench.job(held).origin().repetition()).isEmpty();
            assertThat(bench.job(other).origin().repetition()).isPresent();
        }

        @Test
        void whatAFailedErasureWroteIsRemovedAndTheFileStaysAsItWas() {
            FileJobId id = bench.receive("posts.csv", "author,text\nann,hello\n");
            TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
            transaction.executeWithoutResult(running -> {
                erase("ann");
                running.setRollbackOnly();
            });
            assertThat(bench.hasUpload(id)).isTrue();
            assertThat(bench.job(id).place().edition()).isZero();
            assertThatThrownBy(() -> bench.uploads.open(id, 1)).isInstanceOf(FileRefused.class);
        }

        @Test
        void filesInTheFolderOfAnotherInstanceAreNamed() {
            FileJobId elsewhere = bench.receive("posts.csv", "author,text\nann,hello\n");
            bench.move(elsewhere);
            assertThat(erase("ann").unfinished()).containsExactly(elsewhere);
        }

        @Test
        void rejectedRowsAreRemovedWhenTheirTimeIsUp() {
            FileJobId id =
                    bench.receive("posts.csv", "text\n \n".getBytes(StandardCharsets.UTF_8), Optional.of("monday"));
            bench.workOff();
            bench.clock.advance(bench.settings.keepRejected());
            housekeeping.tidy();
            assertThat(bench.rejected(id)).contains("2,the text has no readable character");

            bench.clock.advance(Duration.ofSeconds(1));
            housekeeping.tidy();
            assertThat(bench.job(id).times().rejectedRemovedAt()).contains(bench.clock.instant());
            assertThat(bench.job(id).origin().repetition()).isEmpty();
            assertThat(bench.actions(id)).contains("file.expired");
        }

        @Test
        void uploadsThatNoFileNeedsAreRemovedAndThoseInUseStay() throws Exception {
            FileJobId id = bench.receive("posts.csv", Bench.csv(1));
            Path folder = context.getBean(DataFolder.class).dataDir().resolve("uploads");
            Path used = folder.resolve(Uploads.name(id, 0));
            Path stray = Files.writeString(folder.resolve("stray.upload"), "x");
            Path fresh = Files.writeString(folder.resolve("fresh.part"), "x");
            FileTime old = FileTime.from(bench.clock.instant().minus(Duration.ofHours(2)));
            Files.setLastModifiedTime(used, old);
            Files.setLastModifiedTime(stray, old);
            housekeeping.tidy();

            assertThat(used).exists();
            assertThat(stray).doesNotExist();
            assertThat(fresh).exists();
            Files.delete(fresh);
        }
    }
}
