package dev.undertone.training.evaluation;

import dev.undertone.training.augmentation.Perturbation;
import java.util.List;

/**
 * Whether a text keeps its emotion when it is written in another way.
 *
 * @param rows one for each way
 */
public record Robustness(List<Row> rows) {

    /** Copies the rows. */
    public Robustness {
        rows = List.copyOf(rows);
    }

    /**
     * One way of writing.
     *
     * @param way what was changed
     * @param changed texts in which there was something to change
     * @param same how many of those were read as before
     */
    public record Row(Perturbation way, long changed, long same) {

        /** Refuses more of a part than of the whole. */
        public Row {
            if (same < 0 || same > changed) {
                throw new IllegalArgumentException(same + " of " + changed + " is no share");
            }
        }

        /** The share of changed texts that are read as before; 1 if there are none. */
        public double share() {
            return changed == 0 ? 1 : ClassFigures.share(same, changed);
        }
    }
}
