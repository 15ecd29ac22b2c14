package dev.undertone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A program whose work does not end when it is asked to stop. */
final class EndlessWork {

    private EndlessWork() {}

    /** Says that it works, and goes on for ever. */
    public static void main(String[] arguments) throws InterruptedException {
        try (StopSignal stop = new StopSignal(Duration.ofMillis(1))) {
            System.out.println("working, asked to stop: " + stop.getAsBoolean());
            new CountDownLatch(1).await();
        }
    }
}
