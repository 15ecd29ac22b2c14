package dev.undertone.moderation.file;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells an upload that is sent again by the key that its sender gave to it. Two at once are told apart in memory; those
 * that two instances receive at once are both read to their end, and the database then keeps one.
 */
final class UploadKeys {

    private final FileJobs jobs;
    private final FileIntakeSettings settings;
    private final Clock clock;
    private final Set<Key> coming = ConcurrentHashMap.newKeySet();

    UploadKeys(FileJobs jobs, FileIntakeSettings settings, Clock clock) {
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps others from sending with the same key until it is let go.
     *
     * @throws FileRefused.StillComing if another does so at this moment
     */
    Held hold(FileOffer offer) {
        Optional<Key> key =
                offer.idempotencyKey().map(value -> new Key(offer.by().id(), value));
        if (key.isPresent() && !coming.add(key.get())) {
            throw new FileRefused.StillComing();
        }
        return () -> key.ifPresent(coming::remove);
    }

    /** What the same key was used for before, unless that is too long ago. */
    Optional<FileJob> usedFor(FileOffer offer) {
        if (offer.idempotencyKey().isEmpty()) {
            return Optional.empty();
        }
        jobs.forgetKeys(clock.instant().truncatedTo(ChronoUnit.MICROS).minus(settings.keepKeys()));
        return jobs.findByKey(offer.by().id(), offer.idempotencyKey().get());
    }

    /**
     * The same file again.
     *
     * @throws FileRefused.KeyReused if it is another
     */
    ReceivedFile again(FileJob first, FileJob.Origin sent) {
        FileJob.Origin before = first.origin();
        if (!before.repetition().equals(sent.repetition())
                || !before.name().equals(sent.name())
                || !before.channel().equals(sent.channel())) {
            throw new FileRefused.KeyReused();
        }
        return ReceivedFile.again(first);
    }

    /** A key in use. */
    @FunctionalInterface
    interface Held {

        void letGo();
    }

    private record Key(String owner, String value) {}
}
