package crooked.review;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Breaks: time, randomness and seeds come in from outside. */
final class Ambient {

    Instant instant() {
        return Instant.now();
    }

    LocalDate dateInZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Supplier<Instant> later() {
        return Instant::now;
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Supplier<Clock> clockLater() {
        return Clock::systemDefaultZone;
    }

    InstantSource source() {
        return InstantSource.system();
    }

    Random random() {
        return new Random();
    }

    SplittableRandom splittable() {
        return new SplittableRandom();
    }

    Random threadLocal() {
        return ThreadLocalRandom.current();
    }

    RandomGenerator generator() {
        return RandomGenerator.getDefault();
    }

    double math() {
        return Math.random();
    }

    void shuffled(List<String> names) {
        Collections.shuffle(names);
    }
}
