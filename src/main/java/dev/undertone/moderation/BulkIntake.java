package dev.undertone.moderation;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake.Receipt;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way in for many submissions that can wait: without a model it refuses instead of handing all of them to people.
 */
public interface BulkIntake {

    /**
     * Takes many in one transaction, together with what the caller keeps of them. Those that are stored already are
     * found before anything is classified.
     *
     * @param submissions at most 1,000
     * @param alongside is given the receipts, in order, in the transaction that stores the submissions; if it throws,
     *     nothing is stored
     * @throws dev.undertone.classification.ClassifierUnavailable if the model cannot be asked now; nothing is stored
     */
    List<Receipt> submitAll(List<NewSubmission> submissions, Actor by, Consumer<List<Receipt>> alongside);
}
