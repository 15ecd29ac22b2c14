package dev.undertone.administration.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.database.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Two administrators who change different settings at the same time. */
@OnH2
@Timeout(120)
final class SettingsAtOnceTests {

    private static final String RETRY = "undertone.classification.retry-after";
    private static final String CACHE = "undertone.classification.cache-texts";

    private final ConfigurableApplicationContext context;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final OverridesFile overrides;
    private final Path file;

    SettingsAtOnceTests(
            @Autowired ConfigurableApplicationContext context,
            @Autowired AuditTrail trail,
            @Autowired TransactionTemplate transaction) {
        this.context = context;
        this.trail = trail;
        this.transaction = transaction;
        Path data = Path.of(context.getEnvironment().getRequiredProperty("undertone.data-dir"));
        this.overrides = new OverridesFile(data);
        this.file = data.resolve(OverridesFile.NAME);
    }

    /** Before as well, as another test that was stopped half-way may have left it. */
    @BeforeEach
    @AfterEach
    void takeBack() throws IOException {
        Files.deleteIfExists(file);
    }

    @Test
    void bothChangesAreKept() throws InterruptedException {
        Overtaken first = new Overtaken(false);

        first.book.change(RETRY, Optional.of("7s"), Actor.service());
        first.second.join();

        assertThat(overrides.read()).isEqualTo(Map.of(RETRY, "7s", CACHE, "11"));
    }

    @Test
    void oneThatIsNotKeptTakesOnlyItselfBack() throws InterruptedException {
        Overtaken first = new Overtaken(true);

        assertThatThrownBy(() -> first.book.change(RETRY, Optional.of("7s"), Actor.service()))
                .hasMessage("the commit failed");
        first.second.join();

        assertThat(overrides.read()).isEqualTo(Map.of(CACHE, "11"));
    }

    /** Lets a second change begin when the first one has read what there is, and come as far as it can. */
    private final class Overtaken implements TransactionOperations {

        private final boolean failing;
        private final SettingsBook book = new SettingsBook(context, trail, this);
        private final Thread second = new Thread(() -> book.change(CACHE, Optional.of("11"), Actor.service()));
        private final AtomicBoolean begun = new AtomicBoolean();

        Overtaken(boolean failing) {
            this.failing = failing;
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (begun.getAndSet(true)) {
                return transaction.execute(action);
            }
            second.start();
            await().until(() ->
                    second.getState() == Thread.State.WAITING || second.getState() == Thread.State.TERMINATED);
            return transaction.execute(status -> {
                T done = action.doInTransaction(status);
                if (failing) {
                    throw new IllegalStateException("the commit failed");
                }
                return done;
            });
        }
    }
}
