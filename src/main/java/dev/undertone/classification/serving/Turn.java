package dev.undertone.classification.serving;

import java.util.List;

/**
 * What one worker runs in one pass.
 *
 * @param sequences at least one
 * @param isLong whether it is a single long one, of which only so many run at a time
 * @param alone whether nothing else runs or waits, so that all cores may work on it
 */
record Turn(List<Sequence> sequences, boolean isLong, boolean alone) {}
