package dev.undertone.moderation.intake;

import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.submissions.Assessed;
import dev.undertone.moderation.submissions.SubmissionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which of the submissions of a call are new, which are one another's doubles, and what became of each. */
final class Tally {

    private final List<NewSubmission> submissions;

    /** The first of each key speaks for its doubles. */
    private final Map<SubmissionKey, NewSubmission> first = new HashMap<>();

    private final IdentityHashMap<NewSubmission, Receipt> done = new IdentityHashMap<>();

    Tally(List<NewSubmission> submissions) {
        // Copies, so that one that was given twice is two.
        this.submissions = submissions.stream().map(Tally::copy).toList();
        for (NewSubmission submission : this.submissions) {
            SubmissionKey.of(submission).ifPresent(key -> first.putIfAbsent(key, submission));
        }
    }

    Set<SubmissionKey> keys() {
        return first.keySet();
    }

    void alreadyStored(Map<SubmissionKey, SubmissionDetails> known) {
        known.forEach((key, details) -> {
            NewSubmission submission = first.get(key);
            if (submission != null) {
                done.putIfAbsent(submission, new Receipt(details, false));
            }
        });
    }

    boolean isOpen(NewSubmission submission) {
        return !done.containsKey(submission);
    }

    /** What is neither stored nor the double of another. */
    List<NewSubmission> open() {
        return submissions.stream()
                .filter(submission -> speaksForItself(submission) && isOpen(submission))
                .toList();
    }

    /** A receipt of each submission, all of which are stored already. */
    List<Receipt> receipts() {
        return receipts(List.of(), List.of());
    }

    /**
     * A receipt of each submission, in order.
     *
     * @param assessed those that are not stored already, nor doubles of others
     * @param stored what they have become
     */
    List<Receipt> receipts(List<Assessed> assessed, List<SubmissionDetails> stored) {
        IdentityHashMap<NewSubmission, Receipt> all = new IdentityHashMap<>(done);
        for (int i = 0; i < assessed.size(); i++) {
            all.put(assessed.get(i).submission(), new Receipt(stored.get(i), true));
        }
        List<Receipt> receipts = new ArrayList<>(submissions.size());
        for (NewSubmission submission : submissions) {
            Receipt receipt =
                    Objects.requireNonNull(all.get(speaker(submission)), "a submission that nothing became of");
            receipts.add(speaksForItself(submission) ? receipt : new Receipt(receipt.submission(), false));
        }
        return receipts;
    }

    private static NewSubmission copy(NewSubmission one) {
        return new NewSubmission(
                one.externalId(), one.channel(), one.author(), one.text(), one.context(), one.receivedAt());
    }

    /** Two that are equal in all they say are two all the same. */
    @SuppressWarnings("ReferenceEquality")
    private boolean speaksForItself(NewSubmission submission) {
        return speaker(submission) == submission;
    }

    private NewSubmission speaker(NewSubmission submission) {
        Optional<SubmissionKey> key = SubmissionKey.of(submission);
        return key.map(first::get).orElse(submission);
    }
}
