package dev.undertone.moderation.submissions;

import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.Resolution;
import java.time.Instant;
import java.util.Optional;

/**
 * What people made of a submission.
 *
 * @param resolution what they decided
 * @param correction the emotion that a person read instead of the model's
 * @param by the name of the person
 * @param at when
 */
public record Outcome(Resolution resolution, Optional<Emotion> correction, String by, Instant at) {}
