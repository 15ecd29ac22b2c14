package dev.undertone.review.web.page;

import dev.undertone.classification.explanation.MarkedText;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.review.reading.ItemDetails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote, as it is shown in the list or beside the decision; templates show it through one fragment.
 *
 * @param id of the item
 * @param whole whether it is all of the text, and not the start that the list shows
 * @param erased whether there is no text any more
 * @param pieces the text, cut where a mark begins or ends
 * @param emotion whose colour the marks have
 * @param scores what the model read in it, by label
 */
record Said(
        UUID id,
        boolean whole,
        boolean erased,
        List<MarkedText.Piece> pieces,
        Optional<Emotion> emotion,
        Optional<dev.undertone.emotion.EmotionScores> scores) {

    private static final int START = 240;

    static Said whole(ItemDetails details) {
        return of(details, true, text(details).orElse(""));
    }

    static Said start(ItemDetails details) {
        String text = text(details).orElse("");
        return of(details, false, text.length() <= START ? text : text.substring(0, cut(text)) + "…");
    }

    static Said marked(ItemDetails details, MarkedText marked) {
        Said plain = whole(details);
        return new Said(plain.id, true, plain.erased, marked.pieces(), plain.emotion, plain.scores);
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(START - 1)) ? START - 1 : START;
    }

    private static Said of(ItemDetails details, boolean whole, String text) {
        Optional<dev.undertone.emotion.EmotionScores> scores =
                details.submission().flatMap(SubmissionDetails::scoring).map(SubmissionDetails.Scoring::scores);
        return new Said(
                details.item().id(),
                whole,
                text(details).isEmpty(),
                List.of(new MarkedText.Piece(text, 0)),
                scores.map(known -> known.top()),
                scores);
    }

    static Optional<String> text(ItemDetails details) {
        return details.submission().flatMap(submission -> submission.origin().text());
    }

    /** The class of the colour; empty where the model read nothing. */
    public String colour() {
        return emotion.map(Emotion::label).orElse("");
    }
}
