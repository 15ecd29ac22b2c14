package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.Limit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The same upload on its way to two instances, which know of each other by the database alone. */
final class UploadTwiceAtOnceTests {

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

        private static final String FILE = Bench.csv(3);
        private static final FileOffer OFFER =
                new FileOffer("posts.csv", Optional.of("forum"), Optional.of("monday"), Bench.FORUM);

        private final Bench bench;
        private final FileWork work;

        Cases(ApplicationContext context) {
            this.bench = new Bench(context);
            this.work = new FileWork(context);
        }

        @Test
        void theSlowerIsAnsweredWithTheFileOfTheQuickerAndKeepsNoUpload() throws IOException {
            int before = work.uploads(".upload").size();
            List<ReceivedFile> quicker = new ArrayList<>();

            ReceivedFile slower = bench.files.receive(
                    OFFER, FileWork.interrupted(FILE, () -> quicker.add(receive(bench.anotherInstance()))));

            assertThat(quicker)
                    .singleElement()
                    .extracting(ReceivedFile::repeated)
                    .isEqualTo(false);
            assertThat(slower).isEqualTo(ReceivedFile.again(quicker.get(0).job()));
            assertThat(bench.files.list(Limit.of(null), Optional.empty()).items())
                    .hasSize(1);
            assertThat(bench.hasUpload(slower.job().id())).isTrue();
            assertThat(work.uploads(".upload")).hasSize(before + 1);
        }

        private static ReceivedFile receive(FileIntake files) {
            try {
                return files.receive(OFFER, new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
