package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

final class ChainUnderLoadTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(Tampering.in(context));
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(Tampering.in(context));
        }
    }

    abstract static class Cases {

        private static final int THREADS = 16;
        private static final int CHANGES = 50;

        private final Tampering tampering;

        Cases(Tampering tampering) {
            this.tampering = tampering;
        }

        @Test
        void theChainHoldsAtEveryMomentWhileManyWrite() throws InterruptedException, ExecutionException {
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<?>> writers = IntStream.range(0, THREADS)
                        .<Future<?>>mapToObj(thread -> pool.submit(() -> write(thread)))
                        .toList();
                long checks = 0;
                do {
                    assertThat(tampering.found()).isEmpty();
                    checks++;
                } while (!writers.stream().allMatch(Future::isDone));
                for (Future<?> writer : writers) {
                    writer.get();
                }
                assertThat(checks).isPositive();
            } finally {
                pool.shutdownNow();
            }

            ChainReport report =
                    tampering.chain().verify(Optional.of(tampering.chain().head()));
            assertThat(report.firstBroken()).isEmpty();
            assertThat(report.entries()).isEqualTo(800);
            assertThat(tampering
                            .jdbc()
                            .queryForObject("select count(distinct subject_id) from audit_entry", Long.class))
                    .isEqualTo(800);
        }

        private void write(int thread) {
            for (int i = 0; i < CHANGES; i++) {
                tampering.append(thread * CHANGES + i, thread * CHANGES + i);
            }
        }
    }
}
