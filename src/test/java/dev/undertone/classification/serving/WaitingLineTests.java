package dev.undertone.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who comes next; every turn here is taken when there is one, so nothing waits. */
@Timeout(20)
final class WaitingLineTests {

    private static final int LONG = 500;

    private final WaitingLine line = new WaitingLine(new Limits(2, 4, 100));

    @Test
    void shortOnesShareAPassAsFarAsItHoldsThem() {
        add(Urgency.LIVE, 40, 40, 40, 10);

        assertThat(lengths(take())).containsExactly(40, 40);
        assertThat(lengths(take())).containsExactly(40, 10);
    }

    @Test
    void aPassHoldsNoMoreTextsThanAllowed() {
        add(Urgency.LIVE, 1, 2, 3, 4, 5);

        assertThat(lengths(take())).containsExactly(1, 2, 3, 4);
        assertThat(lengths(take())).containsExactly(5);
    }

    @Test
    void workersThatAreIdleShareWhatComes() throws Exception {
        List<CompletableFuture<Turn>> turns = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Turn> turn = new CompletableFuture<>();
            turns.add(turn);
            Thread worker = new Thread(() -> turn.complete(take()));
            worker.start();
            workers.add(worker);
        }
        while (workers.stream().anyMatch(worker -> worker.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }

        add(Urgency.LIVE, 10, 10, 10, 10);

        assertThat(lengths(turns.get(0).get())).hasSize(2);
        assertThat(lengths(turns.get(1).get())).hasSize(2);
    }

    @Test
    void liveOnesComeBeforeBulk() {
        add(Urgency.BULK, 30, 31);
        add(Urgency.LIVE, 20);

        assertThat(lengths(take())).containsExactly(20);
        assertThat(lengths(take())).containsExactly(30, 31);
    }

    @Test
    void bulkIsNotPutOffForEver() {
        add(Urgency.BULK, 77);
        add(Urgency.LIVE, Collections.nCopies(40, 90).stream().mapToInt(i -> i).toArray());

        List<Integer> first = IntStream.rangeClosed(0, WaitingLine.LIVE_TURNS_IN_A_ROW)
                .mapToObj(i -> lengths(take()).get(0))
                .toList();

        assertThat(first).endsWith(77).containsOnlyOnce(77);
    }

    @Test
    void aLongOneRunsByItselfInItsTurn() {
        add(Urgency.LIVE, 10, LONG, 11);

        assertThat(lengths(take())).containsExactly(10, 11);
        assertThat(lengths(take())).containsExactly(LONG);
    }

    @Test
    void longOnesThatCameFirstGoFirst() {
        add(Urgency.LIVE, LONG, 10);

        assertThat(lengths(take())).containsExactly(LONG);
    }

    @Test
    void longOnesLeaveAWorkerToTheShortOnes() {
        add(Urgency.LIVE, LONG, LONG + 1);
        Turn first = take();
        add(Urgency.LIVE, 10);

        assertThat(lengths(take())).containsExactly(10);
        line.done(first);
        assertThat(lengths(take())).containsExactly(LONG + 1);
    }

    @Test
    void aSingleWorkerRunsLongOnesToo() {
        WaitingLine narrow = new WaitingLine(new Limits(1, 4, 100));
        narrow.add(List.of(sequence(Urgency.BULK, LONG)));

        assertThat(lengths(narrow.take().orElseThrow())).containsExactly(LONG);
    }

    @Test
    void aTextHasAllCoresOnlyWhenNothingElseRunsOrWaits() {
        add(Urgency.LIVE, 10);
        Turn alone = take();
        add(Urgency.LIVE, 11);
        Turn beside = take();

        assertThat(alone.alone()).isTrue();
        assertThat(beside.alone()).isFalse();
        line.done(alone);
        line.done(beside);
        add(Urgency.LIVE, 12);
        assertThat(take().alone()).isTrue();
    }

    @Test
    void aLongTextHasAllCoresWhenNothingRunsAndNoShortOneWaits() {
        add(Urgency.BULK, LONG, LONG);
        Turn first = take();
        assertThat(first.alone()).isTrue();

        line.done(first);
        add(Urgency.LIVE, 10);
        Turn live = take();
        assertThat(take().alone()).isFalse();
        assertThat(live.alone()).isFalse();
    }

    @Test
    void aLongTextLeavesACoreToAShortOneThatWaits() {
        add(Urgency.LIVE, LONG, 10);

        assertThat(take().alone()).isFalse();
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotRun() {
        List<Sequence> gone = add(Urgency.LIVE, 10, LONG, 12);
        add(Urgency.LIVE, 13);
        gone.forEach(sequence -> sequence.logits().cancel(false));

        assertThat(lengths(take())).containsExactly(13);
    }

    @Test
    void aClosedLineGivesWhatItHasAndThenNothing() {
        add(Urgency.BULK, 10);
        line.close();

        assertThat(lengths(take())).containsExactly(10);
        assertThat(line.take()).isEmpty();
        assertThatThrownBy(() -> add(Urgency.LIVE, 11)).isInstanceOf(IllegalStateException.class);
    }

    private List<Sequence> add(Urgency urgency, int... lengths) {
        List<Sequence> sequences = IntStream.of(lengths)
                .mapToObj(length -> sequence(urgency, length))
                .toList();
        line.add(sequences);
        return sequences;
    }

    private Turn take() {
        return line.take().orElseThrow();
    }

    private static Sequence sequence(Urgency urgency, int length) {
        return new Sequence(new long[length], urgency);
    }

    private static List<Integer> lengths(Turn turn) {
        return Stream.of(turn)
                .flatMap(t -> t.sequences().stream())
                .map(Sequence::tokens)
                .toList();
    }
}
