package dev.undertone.moderation.submissions;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the model said, in the columns of a submission. */
@Embeddable
class StoredScoring {

    private static final String SEPARATOR = ",";

    @Column(name = "p_sadness")
    private Double sadness;

    @Column(name = "p_joy")
    private Double joy;

    @Column(name = "p_love")
    private Double love;

    @Column(name = "p_anger")
    private Double anger;

    @Column(name = "p_fear")
    private Double fear;

    @Column(name = "p_surprise")
    private Double surprise;

    private String notices;

    private Integer tokens;

    private String checkpoint;

    @Column(name = "model_precision", length = 10)
    private String precision;

    @Column(name = "latency_ms")
    private Long latencyMillis;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredScoring() {}

    StoredScoring(Scoring scoring) {
        EmotionScores scores = scoring.scores();
        this.sadness = scores.of(Emotion.SADNESS);
        this.joy = scores.of(Emotion.JOY);
        this.love = scores.of(Emotion.LOVE);
        this.anger = scores.of(Emotion.ANGER);
        this.fear = scores.of(Emotion.FEAR);
        this.surprise = scores.of(Emotion.SURPRISE);
        this.notices = scoring.notices().stream().sorted().map(Notice::name).collect(Collectors.joining(SEPARATOR));
        this.tokens = scoring.tokens();
        this.checkpoint = scoring.checkpoint();
        this.precision = scoring.precision();
        this.latencyMillis = scoring.latencyMillis();
    }

    Scoring scoring() {
        EmotionScores scores = new EmotionScores(List.of(sadness, joy, love, anger, fear, surprise));
        return new Scoring(scores, notices(notices), tokens, checkpoint, precision, latencyMillis);
    }

    private static Set<Notice> notices(String names) {
        return names.isEmpty()
                ? EnumSet.noneOf(Notice.class)
                : Arrays.stream(names.split(SEPARATOR))
                        .map(Notice::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Notice.class)));
    }
}
