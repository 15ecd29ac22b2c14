package dev.undertone.moderation.file;

/**
 * What is answered to somebody who hands in a file.
 *
 * @param job as it was when the file had been stored
 * @param repeated whether the same request was answered with it before
 */
public record ReceivedFile(FileJob job, boolean repeated) {

    static ReceivedFile first(FileJob job) {
        return new ReceivedFile(job.asReceived(), false);
    }

    static ReceivedFile again(FileJob job) {
        return new ReceivedFile(job.asReceived(), true);
    }
}
