package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A file in whose way something unexpected stands is kept until that is mended. */
final class StumblingFileTests {

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

        private static final int ROWS = 3;

        private final Bench bench;

        Cases(ApplicationContext context) {
            this.bench = new Bench(context);
        }

        @Test
        void anUnexpectedFaultIsSaidWhileTheFileWaitsHoweverOftenItComes() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            for (int i = 0; i < bench.settings.maxAttempts() + 5; i++) {
                stumble(bench.settings);
                bench.clock.advance(bench.settings.longestWait());
            }
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.WAITING);
            assertThat(bench.job(id).error())
                    .hasValueSatisfying(error ->
                            assertThat(error).contains("An unexpected fault").doesNotContain("a bug"));
            bench.workOff();

            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
        }

        @Test
        void afterSomeFaultsItIsTriedOnlyEachLongestWait() {
            FileIntakeSettings patient = settings(3, Duration.ofHours(1));
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            for (Duration wait : new Duration[] {Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofHours(1)}) {
                stumble(patient);
                assertThat(bench.job(id).times().nextAttemptAt())
                        .contains(bench.clock.instant().plus(wait));
                bench.clock.advance(wait);
            }
        }

        private void stumble(FileIntakeSettings settings) {
            bench.freshWorker(
                            (submissions, by, alongside) -> {
                                throw new IllegalStateException("a bug");
                            },
                            settings)
                    .workOff(Bench.ALWAYS);
        }

        private FileIntakeSettings settings(int maxAttempts, Duration longestWait) {
            FileIntakeSettings as = bench.settings;
            return new FileIntakeSettings(
                    as.maxUpload(),
                    as.maxUnpacked(),
                    as.maxRows(),
                    as.maxOpen(),
                    as.chunk(),
                    as.keepRejected(),
                    as.keepKeys(),
                    as.lease(),
                    as.poll(),
                    longestWait,
                    maxAttempts,
                    as.runJobs());
        }
    }
}
