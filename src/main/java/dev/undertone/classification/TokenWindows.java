package dev.undertone.classification;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a text that is longer than the network in overlapping windows, so that nothing of it is dropped.
 *
 * <p>The scores of a text are the mean of its windows' probabilities, weighted by the tokens a window is the first to
 * read. A mean stays a distribution and says what the text as a whole is like.
 */
final class TokenWindows {

    /** Tokens two neighbours share at most: enough for a sentence that a border would cut. */
    static final int OVERLAP = 64;

    private final List<long[]> windows;
    private final List<Integer> firstRead;

    private TokenWindows(List<long[]> windows, List<Integer> firstRead) {
        this.windows = windows;
        this.firstRead = firstRead;
    }

    /**
     * Cuts a text.
     *
     * @param ids all its tokens, with start and end marks
     * @param longest the most tokens a window may have, marks included; at least 3
     */
    static TokenWindows of(long[] ids, int longest) {
        if (ids.length <= longest) {
            return new TokenWindows(List.of(ids), List.of(ids.length));
        }
        List<long[]> windows = new ArrayList<>();
        List<Integer> firstRead = new ArrayList<>();
        int inner = longest - 2;
        int stride = inner - Math.min(OVERLAP, inner / 4);
        int last = ids.length - 1;
        int read = 1;
        for (int start = 1; read < last; start += stride) {
            int end = Math.min(last, start + inner);
            windows.add(marked(ids, start, end));
            firstRead.add(end - read);
            read = end;
        }
        return new TokenWindows(List.copyOf(windows), List.copyOf(firstRead));
    }

    private static long[] marked(long[] ids, int start, int end) {
        long[] window = new long[end - start + 2];
        window[0] = ids[0];
        System.arraycopy(ids, start, window, 1, end - start);
        window[window.length - 1] = ids[ids.length - 1];
        return window;
    }

    /** The windows, each with start and end mark. */
    List<long[]> windows() {
        return windows;
    }

    /** How many windows there are. */
    int count() {
        return windows.size();
    }

    /** The mean of a number by window, weighted as the scores are. */
    double mean(double[] byWindow) {
        double sum = 0;
        for (int window = 0; window < byWindow.length; window++) {
            sum += byWindow[window] * firstRead.get(window);
        }
        return sum / firstRead.stream().mapToInt(Integer::intValue).sum();
    }

    /** Combines the scores of the windows, in their order. */
    EmotionScores combine(List<EmotionScores> scores) {
        if (scores.size() == 1) {
            return scores.get(0);
        }
        double total = firstRead.stream().mapToInt(Integer::intValue).sum();
        Double[] mean = new Double[Emotion.inOrder().size()];
        Arrays.fill(mean, 0.0);
        for (int window = 0; window < scores.size(); window++) {
            for (Emotion emotion : Emotion.inOrder()) {
                mean[emotion.id()] += scores.get(window).of(emotion) * firstRead.get(window) / total;
            }
        }
        return new EmotionScores(List.of(mean));
    }
}
