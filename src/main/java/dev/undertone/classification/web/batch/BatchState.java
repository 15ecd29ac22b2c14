package dev.undertone.classification.web.batch;

/** Where a job stands. */
enum BatchState {
    /** Behind other jobs. */
    QUEUED,
    RUNNING,
    /** The model is unavailable for now; the job tries again by itself. */
    WAITING_FOR_MODEL,
    /** Every row has been scored or found bad. */
    DONE,
    /** Somebody ended it; what was scored stays. */
    CANCELLED,
    /** The model stayed away for too long; what was scored stays. */
    GAVE_UP;

    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING, WAITING_FOR_MODEL -> false;
            case DONE, CANCELLED, GAVE_UP -> true;
        };
    }
}
