package dev.undertone.moderation.intake;

import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.submissions.SubmissionKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets requests for the same submission wait for the first of them instead of having its text read again: they take no
 * place from others, and all get its answer.
 */
@Component
class EqualRequests {

    private final ConcurrentMap<SubmissionKey, CompletableFuture<Receipt>> running = new ConcurrentHashMap<>();

    Receipt once(SubmissionKey key, Supplier<Receipt> work) {
        CompletableFuture<Receipt> mine = new CompletableFuture<>();
        @Nullable CompletableFuture<Receipt> first = running.putIfAbsent(key, mine);
        if (first != null) {
            return new Receipt(outcome(first).submission(), false);
        }
        try {
            Receipt receipt = work.get();
            mine.complete(receipt);
            return receipt;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            running.remove(key);
        }
    }

    private static Receipt outcome(CompletableFuture<Receipt> first) {
        try {
            return first.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the first of several equal requests failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for an equal request", stopped);
        }
    }
}
