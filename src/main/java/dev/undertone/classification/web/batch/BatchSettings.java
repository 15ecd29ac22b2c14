package dev.undertone.classification.web.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the batch page takes on. Jobs live in memory: {@code maxJobs} times the unpacked uploads is its upper bound.
 *
 * @param maxUpload the largest file or pasted text
 * @param maxUnpacked the largest file once its gzip is unpacked
 * @param maxRows rows of one batch, bad ones among them
 * @param maxJobs jobs kept at the same time, finished ones among them
 * @param keep how long a finished job can be looked at
 * @param workers jobs that run at the same time; the others wait
 * @param chunk texts handed to the classifier at once
 * @param patience how long an unavailable model is waited for before a job ends with what it has
 */
@ConfigurationProperties("undertone.classification.batch")
record BatchSettings(
        @DefaultValue("10MB") DataSize maxUpload,
        @DefaultValue("20MB") DataSize maxUnpacked,
        @DefaultValue("10000") int maxRows,
        @DefaultValue("8") int maxJobs,
        @DefaultValue("1h") Duration keep,
        @DefaultValue("1") int workers,
        @DefaultValue("16") int chunk,
        @DefaultValue("15m") Duration patience) {

    /** The form around the file may have 21 MB, and every other form as many as the file. */
    private static final DataSize LARGEST_UPLOAD = DataSize.ofMegabytes(20);

    /** Times are counted from now on, and a clock has an end. */
    private static final Duration LONGEST = Duration.ofDays(365);

    BatchSettings {
        requirePositive("max-upload", maxUpload.toBytes());
        if (maxUpload.compareTo(LARGEST_UPLOAD) > 0) {
            throw new IllegalArgumentException("undertone.classification.batch.max-upload is "
                    + maxUpload.toMegabytes() + "MB, expected at most " + LARGEST_UPLOAD.toMegabytes()
                    + "MB; larger files go to POST /api/v1/submissions/files, whose limit is"
                    + " undertone.moderation.file.max-upload");
        }
        requirePositive("max-unpacked", maxUnpacked.toBytes());
        requirePositive("max-rows", maxRows);
        requirePositive("max-jobs", maxJobs);
        requireTime("keep", keep);
        requirePositive("workers", workers);
        requirePositive("chunk", chunk);
        requireTime("patience", patience);
    }

    private static void requireTime(String name, Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("undertone.classification.batch." + name + " is " + value
                    + ", expected at least a millisecond and at most " + LONGEST.toDays() + " days");
        }
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "undertone.classification.batch." + name + " is " + value + ", expected more than nothing");
        }
    }
}
