package dev.undertone.classification.web.batch;

import java.time.Duration;

/** Waiting, as a collaborator, so that a test need not wait. */
@FunctionalInterface
interface Pause {

    void of(Duration length) throws InterruptedException;
}
