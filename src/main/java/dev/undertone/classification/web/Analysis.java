package dev.undertone.classification.web;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ServedModel;
import dev.undertone.classification.explanation.MarkedText;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.emotion.Percent;
import dev.undertone.emotion.Percent.Bar;
import dev.undertone.emotion.Sentiment;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One classified text as the analyse page shows it.
 *
 * @param classification what the model read
 * @param marked the text with its words marked, if they were asked for
 * @param curl the command that gives the same answer
 */
record Analysis(Classification classification, @Nullable MarkedText marked, String curl) {

    private static final double MAJORITY = 0.5;

    public ServedModel model() {
        return classification.model();
    }

    public Emotion emotion() {
        return classification.emotion();
    }

    public Sentiment sentiment() {
        return classification.sentiment();
    }

    public int tokens() {
        return classification.tokens();
    }

    public Set<Notice> notices() {
        return classification.notices();
    }

    public String percent() {
        return Percent.of(classification.scores().of(emotion()));
    }

    /** The message that says how sure the winner is: "mostly" claims more than half. */
    public String headline() {
        if (notices().contains(Notice.UNCERTAIN)) {
            return "analyse.headline.unsure";
        }
        boolean majority = classification.scores().of(emotion()) >= MAJORITY;
        return majority ? "analyse.headline.mostly" : "analyse.headline.most-likely";
    }

    public List<Bar> bars() {
        return Emotion.inOrder().stream()
                .map(emotion -> new Bar(emotion, classification.scores().of(emotion), emotion == emotion()))
                .toList();
    }
}
