package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.file.FileRefused.KeyReused;
import dev.undertone.moderation.file.FileRefused.RowsRemoved;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.textfile.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of a file that is handed in, on both databases. */
final class FileIntakeTests {

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

        private final Bench bench;

        Cases(ApplicationContext context) {
            this.bench = new Bench(context);
        }

        @Test
        void aCursorWithATimeThatNoDatabaseKnowsIsRefused() {
            String cursor = Cursor.encode("+1000000-01-01T00:00:00Z", "0198c0de-0000-7000-8000-000000000001");
            assertThatThrownBy(() -> bench.files.list(new Limit(1), Optional.of(cursor)))
                    .isInstanceOf(BadCursor.class);
        }

        @Test
        void everyRowOfAFileBecomesASubmission() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(40));
            bench.workOff();

            assertThat(bench.texts()).isEqualTo(Bench.rows(40));
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
            FileProgress progress = bench.job(id).progress();
            assertThat(progress.submitted()).isEqualTo(40);
            assertThat(progress.rowsRead()).isEqualTo(40);
            assertThat(progress.total()).hasValue(40);
            assertThat(bench.actions(id)).containsExactlyInAnyOrder("file.received", "file.finished");
        }

        @Test
        void aRowSaysMoreThanItsText() {
            bench.receive("posts.csv", "external_id,Author,text,channel,context\nx1,ann,\"hello, you\",games,before\n");
            bench.receive("posts.jsonl", "{\"text\":\"there\",\"externalId\":\"x2\",\"author\":\"bob\"}\n");
            bench.workOff();

            assertThat(bench.texts()).containsExactly("hello, you", "there");
            assertThat(bench.column("external_id")).containsExactly("x1", "x2");
            assertThat(bench.column("author")).containsExactly("ann", "bob");
            assertThat(bench.column("channel")).containsExactly("games", "forum");
            assertThat(bench.column("context")).containsExactly("before", "null");
        }

        @Test
        void aGzippedFileIsUnpackedWhateverItsName() {
            bench.receive("posts", Bench.gzip("{\"text\":\"packed lines\"}\n"), Optional.empty());
            bench.receive("posts.csv.gz", Bench.gzip("text\npacked cells\n"), Optional.empty());
            bench.workOff();

            assertThat(bench.texts()).containsExactly("packed cells", "packed lines");
        }

        @Test
        void aRowThatIsKnownIsNotSubmittedAgain() {
            bench.receive("first.csv", "text,externalId\none,1\ntwo,2\n");
            bench.workOff();
            FileJobId id = bench.receive("second.csv", "text,externalId\ntwo again,2\nthree,3\nthree again,3\n");
            bench.workOff();

            assertThat(bench.texts()).containsExactly("one", "three", "two");
            assertThat(bench.job(id).progress().submitted()).isEqualTo(1);
            assertThat(bench.job(id).progress().alreadyKnown()).isEqualTo(2);
        }

        @Test
        void badRowsAreSetAsideWithLineAndReason() {
            FileJobId id = bench.receive(
                    "posts.jsonl",
                    String.join(
                            "\n",
                            List.of(
                                    "{\"text\":\"fine\"}",
                                    "",
                                    "{\"text\":\"   \"}",
                                    "{\"text\":\"typo\",\"auther\":\"ann\"}",
                                    "{\"text\":\"" + "x".repeat(20_001) + "\"}",
                                    "{\"text\":\"half\",\"author\":\"ann\\ud83d\"}",
                                    "{\"text\":\"nul\",\"externalId\":\"1\\u0000\"}",
                                    "{\"text\":7}",
                                    "=cmd|' /C calc'!A1",
                                    "{\"text\":\"fine too\"}")));
            bench.workOff();

            assertThat(bench.texts()).containsExactly("fine", "fine too");
            assertThat(bench.job(id).progress().rejected()).isEqualTo(7);
            assertThat(bench.rejected(id).lines().map(line -> line.substring(0, Math.min(line.length(), 30))))
                    .containsExactly(
                            "line,reason,text",
                            "3,the text has no readable cha",
                            "4,\"a field that is not one of ",
                            "5,\"the text has 20001 characte",
                            "6,the author has a control cha",
                            "7,the externalId has a control",
                            "8,\"the field \"\"text\"\" is not a",
                            "9,\"broken JSON near column 1, ");
            assertThat(bench.rejected(id)).contains(",'=cmd|' /C calc'!A1");
        }

        @Test
        void aRowWithoutAnyChannelIsRejected() throws Exception {
            FileJob job = bench.files
                    .receive(
                            new FileOffer("posts.csv", Optional.empty(), Optional.empty(), Bench.FORUM),
                            new java.io.ByteArrayInputStream(
                                    "text,channel\nwithout,\nwith,games\n".getBytes(StandardCharsets.UTF_8)))
                    .job();
            bench.workOff();

            assertThat(bench.texts()).containsExactly("with");
            assertThat(bench.rejected(job.id())).contains("2,\"there is no channel");
        }

        @Test
        void aFileThatIsNoneIsRefusedAtOnce() {
            assertThatThrownBy(() -> bench.receive("posts.csv", "text,shoe size\na,1\n"))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("posts.csv: line 1 has a column that is not one of");
            assertThatThrownBy(() -> bench.receive("empty", "")).isInstanceOf(UnreadableFile.class);
            assertThat(bench.files.list(Limit.of(null), Optional.empty()).items())
                    .isEmpty();
        }

        @Test
        void aFileThatIsBrokenFurtherDownIsRefusedBeforeAnyOfItIsSubmitted() {
            byte[] content = (Bench.csv(60) + "caf?\n").getBytes(StandardCharsets.UTF_8);
            content[content.length - 2] = (byte) 0xe9;
            FileJobId id = bench.receive("posts.csv", content, Optional.empty());
            bench.workOff();

            assertThat(bench.job(id).state()).isEqualTo(FileJobState.FAILED);
            assertThat(bench.job(id).error())
                    .hasValueSatisfying(error -> assertThat(error).contains("posts.csv: line 62 is not UTF-8"));
            assertThat(bench.texts()).isEmpty();
            assertThat(bench.hasUpload(id)).isFalse();
            assertThat(bench.actions(id)).contains("file.finished");
        }

        @Test
        void theUploadIsGoneOnceTheFileIsDone() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(3));
            assertThat(bench.hasUpload(id)).isTrue();
            bench.workOff();

            assertThat(bench.hasUpload(id)).isFalse();
        }

        @Test
        void aRepeatedRequestIsTheSameFile() {
            byte[] content = Bench.csv(3).getBytes(StandardCharsets.UTF_8);
            FileJobId first = bench.receive("posts.csv", content, Optional.of("monday"));
            assertThat(bench.receive("posts.csv", content, Optional.of("monday")))
                    .isEqualTo(first);
            assertThatThrownBy(() -> bench.receive(
                            "posts.csv", Bench.csv(4).getBytes(StandardCharsets.UTF_8), Optional.of("monday")))
                    .isInstanceOf(KeyReused.class);
            bench.workOff();

            assertThat(bench.texts()).isEqualTo(Bench.rows(3));
        }

        @Test
        void deletingTakesTheUploadAndTheRejectedRows() {
            FileJobId waiting = bench.receive("posts.csv", Bench.csv(3));
            bench.files.delete(waiting, Bench.FORUM);
            FileJobId done = bench.receive("posts.csv", "text\nfine\n \n");
            bench.workOff();
            bench.files.delete(done, Bench.FORUM);

            assertThat(bench.hasUpload(waiting)).isFalse();
            assertThat(bench.job(waiting).state()).isEqualTo(FileJobState.CANCELLED);
            assertThat(bench.job(done).state()).isEqualTo(FileJobState.DONE);
            assertThatThrownBy(() -> bench.rejected(done)).isInstanceOf(RowsRemoved.class);
            assertThat(bench.texts()).containsExactly("fine");
            assertThat(bench.actions(done)).contains("file.deleted");
        }

        @Test
        void aFileInAnotherFolderIsLeftToItsInstance() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(3));
            bench.move(id);
            bench.workOff();

            assertThat(bench.job(id).state()).isEqualTo(FileJobState.RECEIVED);
        }

        @Test
        void theListIsCutIntoPages() {
            List<FileJobId> received = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                received.add(0, bench.receive("posts.csv", Bench.csv(1)));
                bench.clock.advance(Duration.ofMillis(i % 2));
            }
            List<FileJobId> listed = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page<FileJob> page = bench.files.list(new Limit(2), after);
                page.items().forEach(job -> listed.add(job.id()));
                after = Optional.ofNullable(page.next());
            } while (after.isPresent());

            assertThat(listed).isEqualTo(received);
        }
    }
}
