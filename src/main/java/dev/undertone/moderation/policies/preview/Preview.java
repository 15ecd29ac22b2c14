package dev.undertone.moderation.policies.preview;

import java.util.List;

/**
 * What a version would do with stored submissions, beside what the live one says about the same scores.
 *
 * @param judged how many had scores
 * @param unscored how many had none, and are held whatever the policy says
 * @param would what the version says
 * @param now what the live version says
 * @param wouldQuality how well the version agrees with people
 * @param nowQuality how well the live version does
 * @param flips about how many they differ, in verdict or queue
 * @param sample the newest of those
 */
public record Preview(
        long judged,
        long unscored,
        Counts would,
        Counts now,
        Quality wouldQuality,
        Quality nowQuality,
        long flips,
        List<Flip> sample) {

    /** Copies the sample. */
    public Preview {
        sample = List.copyOf(sample);
    }
}
