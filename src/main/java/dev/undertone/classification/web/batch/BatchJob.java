package dev.undertone.classification.web.batch;

import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A batch on its way: guards its own state, since workers and visitors reach it at the same time. */
final class BatchJob {

    private final BatchId id;
    private final String name;
    private final int total;
    private final List<GoodRow> rows;
    private final List<BatchRow> scored = new ArrayList<>();
    private final List<BadRow> bad;
    private BatchState state = BatchState.QUEUED;
    private Instant lastChange;

    /**
     * A job that waits for its turn.
     *
     * @param name what the visitor calls it: the name of the file
     * @param rows what to score
     * @param bad what was found bad while reading
     */
    BatchJob(BatchId id, String name, List<GoodRow> rows, List<BadRow> bad, Instant now) {
        this.id = id;
        this.name = name;
        this.rows = List.copyOf(rows);
        this.bad = new ArrayList<>(bad);
        this.total = rows.size() + bad.size();
        this.lastChange = now;
    }

    BatchId id() {
        return id;
    }

    List<GoodRow> rows() {
        return rows;
    }

    /** What is to be seen of it at this moment. */
    synchronized Snapshot snapshot() {
        return new Snapshot(id.value(), name, state, total, List.copyOf(scored), List.copyOf(bad));
    }

    /**
     * Goes on with work, or goes on waiting for the model.
     *
     * @return false if it is over and the work must stop
     */
    synchronized boolean goOn(BatchState into, Instant now) {
        if (into.isOver()) {
            throw new IllegalArgumentException("going on into " + into + " is no going on");
        }
        if (state.isOver()) {
            return false;
        }
        state = into;
        lastChange = now;
        return true;
    }

    /** Keeps what was scored; even if the job was ended meanwhile, since it has been paid for. */
    synchronized void add(List<BatchRow> rowsScored) {
        scored.addAll(rowsScored);
    }

    synchronized void addBad(BadRow row) {
        bad.add(row);
        bad.sort(Comparator.comparingLong(BadRow::line));
    }

    /** Ends it, unless it has ended already. */
    synchronized void end(BatchState how, Instant now) {
        if (!how.isOver()) {
            throw new IllegalArgumentException(how + " is no end");
        }
        if (!state.isOver()) {
            state = how;
            lastChange = now;
        }
    }

    synchronized boolean isOver() {
        return state.isOver();
    }

    /** Whether it ended longer ago than it is kept. */
    synchronized boolean isExpired(Instant now, Duration keep) {
        return state.isOver() && lastChange.plus(keep).isBefore(now);
    }

    synchronized Instant lastChange() {
        return lastChange;
    }

    /**
     * A job at one moment.
     *
     * @param total rows of the file, bad ones among them
     * @param scored the rows scored so far, in the order of the file
     * @param bad the rows that cannot be scored, in the order of the file
     */
    record Snapshot(String id, String name, BatchState state, int total, List<BatchRow> scored, List<BadRow> bad) {

        /** Rows that nothing more will happen to. */
        public int finished() {
            return scored.size() + bad.size();
        }

        /** Whole percent of the rows that are finished. */
        public int percent() {
            return total == 0 ? 100 : finished() * 100 / total;
        }

        public boolean isOver() {
            return state.isOver();
        }
    }
}
