package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

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
            assertThat(erasure.erase("ann").rejectedRows()).isEqualTo(2);

            assertThat(bench.rejected(id))
                    .contains("3,the text has no readable character")
                    .doesNotContain("ann");
        }

        @Test
        void unfinishedFilesThatHoldTheAuthorAreNamed() {
            FileJobId holding = bench.receive("posts.csv", "author,text\nann,hello\n");
            bench.receive("posts.csv", "author,text\nbob,about ann\n");
            FileJobId elsewhere = bench.receive("posts.csv", "text\nhello\n");
            bench.move(elsewhere);
            assertThat(erasure.erase("ann").unfinished()).containsExactlyInAnyOrder(holding, elsewhere);

            bench.files.delete(holding, Bench.FORUM);
            assertThat(erasure.erase("ann").unfinished()).containsExactly(elsewhere);
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
