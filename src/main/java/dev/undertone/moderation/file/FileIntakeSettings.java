package dev.undertone.moderation.file;

import dev.undertone.textfile.RowLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files of submissions are taken.
 *
 * @param maxUpload the largest file as it comes; refused while it is being read
 * @param maxUnpacked the largest file once its gzip is unpacked
 * @param maxRows rows of one file, rejected ones among them
 * @param maxOpen files that may wait or run at the same time
 * @param chunk rows classified and stored at once; live traffic gets its turn in between
 * @param keepRejected how long the rejected rows of a file are kept once it is over
 * @param keepKeys how long an upload that comes again with its Idempotency-Key is told by it
 * @param lease for how long nobody else may go on with a file whose worker says nothing; a service that was killed goes
 *     on after this time
 * @param poll how often to look for files to go on with
 * @param longestWait the longest time between two attempts
 * @param maxAttempts after how many unexpected faults in a row a file is tried only each longest wait; it never fails
 *     by them, but waits until they are mended or somebody deletes it
 * @param runJobs whether this instance works on files, or only takes them in for later
 */
@ConfigurationProperties("undertone.moderation.file")
record FileIntakeSettings(
        @DefaultValue("100MB") DataSize maxUpload,
        @DefaultValue("1GB") DataSize maxUnpacked,
        @DefaultValue("1000000") int maxRows,
        @DefaultValue("100") int maxOpen,
        @DefaultValue("16") int chunk,
        @DefaultValue("7d") Duration keepRejected,
        @DefaultValue("24h") Duration keepKeys,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("1m") Duration longestWait,
        @DefaultValue("10") int maxAttempts,
        @DefaultValue("true") boolean runJobs) {

    /** Times are counted from now on, and a clock has an end. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final int LARGEST_CHUNK = 1000;

    FileIntakeSettings {
        requirePositive("max-upload", maxUpload.toBytes());
        requirePositive("max-unpacked", maxUnpacked.toBytes());
        requirePositive("max-rows", maxRows);
        requirePositive("max-open", maxOpen);
        requirePositive("chunk", chunk);
        requireTime("keep-rejected", keepRejected);
        requireTime("keep-keys", keepKeys);
        requireTime("lease", lease);
        requireTime("poll", poll);
        requireTime("longest-wait", longestWait);
        requirePositive("max-attempts", maxAttempts);
        if (chunk > LARGEST_CHUNK) {
            throw new IllegalArgumentException(
                    "undertone.moderation.file.chunk is " + chunk + ", expected at most " + LARGEST_CHUNK);
        }
    }

    RowLimits limits() {
        return RowLimits.forUploads(maxUpload.toBytes(), maxUnpacked.toBytes(), maxRows);
    }

    private static void requireTime(String name, Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("undertone.moderation.file." + name + " is " + value
                    + ", expected at least a millisecond and at most " + LONGEST.toDays() + " days");
        }
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "undertone.moderation.file." + name + " is " + value + ", expected more than nothing");
        }
    }
}
