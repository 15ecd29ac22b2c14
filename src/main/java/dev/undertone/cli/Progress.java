package dev.undertone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on standard error how far a long job is: a bar on a terminal, plain lines elsewhere. */
sealed interface Progress extends AutoCloseable {

    /** So much is done; {@code note} stands behind the bar. */
    void at(long done, long total, String note);

    /** A line of its own. */
    void line(String text);

    @Override
    void close();

    /** For wherever standard error leads. */
    static Progress on(PrintWriter err, String task) {
        return Terminal.attached() ? new Bar(task) : new Lines(err, task);
    }

    /** A bar with rate and time left. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        Bar(String task) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(0)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }

        @Override
        public void at(long done, long total, String note) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(note);
        }

        @Override
        public void line(String text) {
            // The blanks wipe out what the bar left of its line.
            System.err.print("\r" + String.format(Locale.ROOT, "%-100s", text) + "\n");
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line now and then: at every tenth part. */
    final class Lines implements Progress {

        private static final int PARTS = 10;

        private final PrintWriter err;
        private final String task;
        private long part;

        Lines(PrintWriter err, String task) {
            this.err = err;
            this.task = task;
        }

        @Override
        public void at(long done, long total, String note) {
            long reached = total == 0 ? 0 : done * PARTS / total;
            if (reached > part) {
                part = reached;
                line(task + ": " + done + " of " + total + (note.isEmpty() ? "" : ", " + note));
            }
        }

        @Override
        public void line(String text) {
            err.println(text);
            err.flush();
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
