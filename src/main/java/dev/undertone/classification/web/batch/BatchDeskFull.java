package dev.undertone.classification.web.batch;

/** As many jobs are on their way as are taken on at the same time. */
final class BatchDeskFull extends RuntimeException {

    BatchDeskFull(int jobs) {
        super(jobs + " batches are on their way, more are not taken on; try again when one has ended");
    }
}
