package dev.undertone.classification.web.batch;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Percent;
import java.util.List;

/**
 * How often each emotion won in a batch.
 *
 * @param columns one for each emotion, in label order
 */
record Distribution(List<Column> columns) {

    static Distribution of(List<BatchRow> scored) {
        List<Long> counts = Emotion.inOrder().stream()
                .map(emotion -> scored.stream()
                        .filter(row -> row.classification().emotion() == emotion)
                        .count())
                .toList();
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        return new Distribution(Emotion.inOrder().stream()
                .map(emotion -> new Column(emotion, counts.get(emotion.id()), scored.size(), most))
                .toList());
    }

    /**
     * One column of the chart.
     *
     * @param emotion whose
     * @param count rows that it won
     * @param all rows altogether
     * @param most rows of the highest column
     */
    record Column(Emotion emotion, long count, long all, long most) {

        private static final int WIDTH = 60;
        private static final int HEIGHT = 120;
        private static final int TOP = 24;

        public String percent() {
            return Percent.of(all == 0 ? 0 : (double) count / all);
        }

        /** The height in the drawing; one row of very many stays visible. */
        public long height() {
            return count == 0 ? 0 : Math.max(2, HEIGHT * count / most);
        }

        public long top() {
            return TOP + HEIGHT - height();
        }

        public long left() {
            return (long) WIDTH * emotion.id() + 10;
        }

        public long middle() {
            return (long) WIDTH * emotion.id() + WIDTH / 2;
        }
    }
}
