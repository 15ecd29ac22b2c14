package dev.undertone.moderation.policies.web.page;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.figures.Proportion;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import dev.undertone.moderation.policies.preview.Counts;
import dev.undertone.moderation.policies.preview.Flip;
import dev.undertone.moderation.policies.preview.Preview;
import dev.undertone.moderation.policies.preview.Previews.PreviewOfVersion;
import dev.undertone.moderation.policies.preview.Quality;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a preview found, as it is shown.
 *
 * @param live the version that judges now
 * @param judged how many texts had scores
 * @param unscored how many had none
 * @param figures what changes
 * @param queues how many a person would look at, by queue
 * @param flips about how many the two differ
 * @param sample the newest of them
 * @param precision of what it catches, the share that people rejected
 * @param recall of what people rejected, the share that it catches
 * @param decided how many people decided
 */
record PreviewView(
        String live,
        long judged,
        long unscored,
        List<Figure> figures,
        List<Figure> queues,
        long flips,
        List<FlipView> sample,
        QualityView precision,
        QualityView recall,
        long decided) {

    static PreviewView of(PreviewOfVersion of, Submissions submissions, PolicyWords words) {
        Preview preview = of.preview();
        Counts would = preview.would();
        Counts now = preview.now();
        List<Figure> figures = List.of(
                new Figure("held", would.held(), now.held()),
                new Figure("blocked", would.blocked(), now.blocked()),
                new Figure("allowed", would.allowed(), now.allowed()));
        List<Figure> queues = would.minus(now).queues().keySet().stream()
                .map(name -> new Figure(
                        name,
                        would.queues().getOrDefault(name, 0L),
                        now.queues().getOrDefault(name, 0L)))
                .toList();
        return new PreviewView(
                of.live(),
                preview.judged(),
                preview.unscored(),
                figures,
                queues,
                preview.flips(),
                flips(preview.sample(), submissions, words),
                quality(preview, Quality::precision),
                quality(preview, Quality::recall),
                preview.wouldQuality().decided());
    }

    private static List<FlipView> flips(List<Flip> sample, Submissions submissions, PolicyWords words) {
        List<SubmissionId> ids = sample.stream().map(Flip::submission).toList();
        Map<SubmissionId, SubmissionDetails> found = ids.isEmpty()
                ? Map.of()
                : submissions.findAll(ids).stream()
                        .collect(Collectors.toMap(SubmissionDetails::id, Function.identity()));
        return sample.stream()
                .map(flip -> FlipView.of(flip, Optional.ofNullable(found.get(flip.submission())), words))
                .toList();
    }

    private static QualityView quality(Preview preview, Function<Quality, Optional<Proportion>> which) {
        return new QualityView(which.apply(preview.wouldQuality()), which.apply(preview.nowQuality()));
    }

    /** How many more would be held than now; fewer are negative. */
    public long heldChange() {
        return figures.get(0).change();
    }

    /**
     * A count beside what it is now.
     *
     * @param name what is counted
     * @param would how many it would be
     * @param now how many it is
     */
    record Figure(String name, long would, long now) {

        /** How many more; fewer are negative. */
        public long change() {
            return would - now;
        }

        /** The change with its sign, as people read it. */
        public String signed() {
            return change() == 0
                    ? "±0"
                    : String.format(Locale.ROOT, "%+,d", change()).replace('-', '−');
        }
    }

    /**
     * A text about which the two policies differ.
     *
     * @param text what it says; empty if it was erased
     * @param scores what the model read in it
     * @param channel where it was posted
     * @param before what the live policy says
     * @param after what the previewed one says
     */
    record FlipView(
            Optional<String> text, Optional<EmotionScores> scores, String channel, String before, String after) {

        private static final int SHOWN = 280;

        static FlipView of(Flip flip, Optional<SubmissionDetails> submission, PolicyWords words) {
            return new FlipView(
                    submission.flatMap(found -> found.origin().text()).map(FlipView::start),
                    submission.flatMap(SubmissionDetails::scoring).map(SubmissionDetails.Scoring::scores),
                    submission.map(found -> found.origin().channel()).orElse(""),
                    words.outcome(flip.before()),
                    words.outcome(flip.after()));
        }

        private static String start(String text) {
            return text.codePointCount(0, text.length()) > SHOWN
                    ? text.substring(0, text.offsetByCodePoints(0, SHOWN)).stripTrailing() + "…"
                    : text;
        }
    }

    /**
     * A share of decisions under both policies.
     *
     * @param would under the previewed one
     * @param now under the live one
     */
    record QualityView(Optional<Proportion> would, Optional<Proportion> now) {

        private static final long ENOUGH = 20;

        /** From so few decisions nobody should conclude anything. */
        public boolean enough() {
            return would.map(Proportion::of).orElse(0L) >= ENOUGH;
        }

        /** How many decisions there are. */
        public long decisions() {
            return would.map(Proportion::of).orElse(0L);
        }

        /** How many it takes. */
        public long needed() {
            return ENOUGH;
        }
    }
}
