package dev.undertone.classification.web.batch;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Percent;
import dev.undertone.emotion.Percent.Bar;
import java.util.List;

/**
 * One page of the scored rows, in the order that was asked for.
 *
 * @param rows the rows of this page
 * @param sort what they are sorted by
 * @param descending whether the largest comes first
 * @param page which page, from 1
 * @param pages how many there are
 */
record ResultTable(List<Row> rows, SortKey sort, boolean descending, int page, int pages) {

    private static final int PAGE_SIZE = 100;

    static ResultTable of(List<BatchRow> scored, SortKey sort, boolean descending, int wantedPage) {
        int pages = Math.max(1, (scored.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        List<Row> rows = scored.stream()
                .sorted(sort.order(descending))
                .skip((long) (page - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .map(Row::new)
                .toList();
        return new ResultTable(rows, sort, descending, page, pages);
    }

    /** The column of line numbers. */
    public SortKey line() {
        return SortKey.LINE;
    }

    /** The column of winning emotions: clicked once it groups them, and nobody wants their names backwards. */
    public SortKey winner() {
        return SortKey.EMOTION;
    }

    /** The emotions' columns. */
    public List<SortKey> columns() {
        return Emotion.inOrder().stream().map(SortKey::of).toList();
    }

    /** What a column's header tells a screen reader. */
    public String ariaSort(SortKey column) {
        if (column != sort) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    /** The order that a click on a column's header asks for: the other one if it is sorted by already. */
    public String nextOrder(SortKey column) {
        boolean next = column == sort ? !descending : column.startsDescending();
        return next ? "desc" : "asc";
    }

    public String order() {
        return descending ? "desc" : "asc";
    }

    /**
     * A row as it is shown.
     *
     * @param row what was scored
     */
    record Row(BatchRow row) {

        private static final int SHOWN = 280;

        /** The beginning of the text; a table is no place for twenty pages. */
        public String start() {
            String text = row.text();
            return text.length() <= SHOWN
                    ? text
                    : text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + " …";
        }

        public Emotion emotion() {
            return row.classification().emotion();
        }

        public String percent() {
            return Percent.of(row.classification().scores().of(emotion()));
        }

        public List<Bar> bars() {
            return Emotion.inOrder().stream()
                    .map(e -> new Bar(e, row.classification().scores().of(e), e == emotion()))
                    .toList();
        }
    }
}
