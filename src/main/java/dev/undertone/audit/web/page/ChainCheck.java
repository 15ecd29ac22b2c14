package dev.undertone.audit.web.page;

import dev.undertone.audit.AuditChain;
import dev.undertone.audit.ChainHead;
import dev.undertone.audit.ChainReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the chain, one check at a time, as each reads every entry. */
@Component
class ChainCheck {

    private final AuditChain chain;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    ChainCheck(AuditChain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Checks all of it.
     *
     * @param count of a head that was kept elsewhere; blank for none
     * @param hash of the same head
     */
    CheckView check(@Nullable String count, @Nullable String hash) {
        Optional<ChainHead> exported;
        try {
            exported = exported(text(count), text(hash));
        } catch (IllegalArgumentException noHead) {
            return CheckView.refused("audit.check.bad-head");
        }
        if (!running.tryLock()) {
            return CheckView.refused("audit.check.running");
        }
        try {
            Instant start = clock.instant();
            ChainReport report = chain.verify(exported);
            return new CheckView(Optional.of(report), Optional.empty(), Duration.between(start, clock.instant()));
        } finally {
            running.unlock();
        }
    }

    private static Optional<ChainHead> exported(String count, String hash) {
        if (count.isEmpty() && hash.isEmpty()) {
            return Optional.empty();
        }
        if (!count.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("no count");
        }
        return Optional.of(ChainHead.exported(Long.parseLong(count), hash));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
