package dev.undertone.classification.serving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sequences that wait, and who of them comes next: live before bulk, then first come, first served. Long ones leave
 * at least one worker to the short ones. Whatever nobody wants any more is left out.
 */
final class WaitingLine {

    /** After so many live turns a waiting bulk sequence gets one, so that it is not put off for ever. */
    static final int LIVE_TURNS_IN_A_ROW = 16;

    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lane live = new Lane();
    private final Lane bulk = new Lane();
    private int idle;
    private int running;
    private int longRunning;
    private int liveTurns;
    private boolean closed;

    WaitingLine(Limits limits) {
        this.limits = limits;
    }

    void add(Collection<Sequence> sequences) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the network is being closed");
            }
            for (Sequence sequence : sequences) {
                Lane lane = switch (sequence.urgency()) {
                    case LIVE -> live;
                    case BULK -> bulk;
                };
                lane.add(sequence, sequence.tokens() > limits.tokens());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to run; empty once this line is closed and everything has run. */
    Optional<Turn> take() {
        lock.lock();
        try {
            idle++;
            while (true) {
                live.dropUnwanted();
                bulk.dropUnwanted();
                Optional<Turn> turn = next();
                if (turn.isPresent()) {
                    idle--;
                    running++;
                    longRunning += turn.get().isLong() ? 1 : 0;
                    return turn;
                }
                if (closed && live.isEmpty() && bulk.isEmpty()) {
                    idle--;
                    return Optional.empty();
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    void done(Turn turn) {
        lock.lock();
        try {
            running--;
            longRunning -= turn.isLong() ? 1 : 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Turn> next() {
        boolean longMayRun = longRunning < limits.longAtOnce();
        boolean bulkFirst = liveTurns >= LIVE_TURNS_IN_A_ROW && bulk.hasNext(longMayRun);
        if (live.hasNext(longMayRun) && !bulkFirst) {
            liveTurns++;
            return Optional.of(turn(live, longMayRun));
        }
        if (bulk.hasNext(longMayRun)) {
            liveTurns = 0;
            return Optional.of(turn(bulk, longMayRun));
        }
        return Optional.empty();
    }

    private Turn turn(Lane lane, boolean longMayRun) {
        if (lane.longIsNext(longMayRun)) {
            // A short one that comes meanwhile finds a worker free, and shares the cores for the rest of this pass.
            boolean alone = running == 0 && live.shorts.isEmpty() && bulk.shorts.isEmpty();
            return new Turn(List.of(lane.takeLong()), true, alone);
        }
        List<Sequence> taken = lane.takeShort(limits, idle);
        boolean alone = taken.size() == 1 && running == 0 && live.isEmpty() && bulk.isEmpty();
        return new Turn(taken, false, alone);
    }

    /** Lets nothing more in. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The sequences of one urgency. */
    private static final class Lane {

        private final Deque<Arrival> shorts = new ArrayDeque<>();
        private final Deque<Arrival> longs = new ArrayDeque<>();
        private long arrivals;

        void add(Sequence sequence, boolean isLong) {
            (isLong ? longs : shorts).add(new Arrival(arrivals++, sequence));
        }

        /** All of them: one call's sequences are cancelled together, wherever in the line they stand. */
        void dropUnwanted() {
            shorts.removeIf(arrival -> !arrival.sequence.isWanted());
            longs.removeIf(arrival -> !arrival.sequence.isWanted());
        }

        boolean isEmpty() {
            return shorts.isEmpty() && longs.isEmpty();
        }

        boolean hasNext(boolean longMayRun) {
            return !shorts.isEmpty() || (longMayRun && !longs.isEmpty());
        }

        boolean longIsNext(boolean longMayRun) {
            @Nullable Arrival firstShort = shorts.peek();
            @Nullable Arrival firstLong = longs.peek();
            return longMayRun && firstLong != null && (firstShort == null || firstLong.number < firstShort.number);
        }

        Sequence takeLong() {
            return longs.remove().sequence;
        }

        /** As many as fit into a pass, but not those that another idle worker could run at the same time. */
        List<Sequence> takeShort(Limits limits, int idle) {
            int share = Math.min(limits.texts(), (shorts.size() + idle - 1) / idle);
            List<Sequence> taken = new ArrayList<>();
            int tokens = 0;
            while (taken.size() < share && !shorts.isEmpty()) {
                int next = shorts.element().sequence.tokens();
                if (!taken.isEmpty() && tokens + next > limits.tokens()) {
                    break;
                }
                tokens += next;
                taken.add(shorts.remove().sequence);
            }
            return taken;
        }

        private record Arrival(long number, Sequence sequence) {}
    }
}
