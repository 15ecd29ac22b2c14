package dev.undertone.wellbeing.web;

import dev.undertone.policy.QueueName;
import dev.undertone.wellbeing.Choice;
import dev.undertone.wellbeing.Veil;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose for themselves, as they typed it.
 *
 * @param budget minutes
 * @param veil the name of one
 * @param skip names of queues
 */
record ChoiceForm(String budget, String veil, List<String> skip) {

    /** What was not sent is empty. */
    ChoiceForm(@Nullable String budget, @Nullable String veil, @Nullable List<String> skip) {
        this.budget = budget == null ? "" : budget;
        this.veil = veil == null ? "" : veil;
        this.skip = skip == null ? List.of() : List.copyOf(skip);
    }

    static ChoiceForm of(Choice choice) {
        return new ChoiceForm(
                Integer.toString(choice.budgetMinutes()),
                choice.veil().name(),
                choice.skipped().stream().map(QueueName::value).toList());
    }

    /** The key of the words for what is wrong, if anything is. */
    Optional<String> problem() {
        if (parsedBudget().isEmpty()) {
            return Optional.of("you.problem.budget");
        }
        try {
            covering();
            return skipped().size() > Choice.MOST_QUEUES ? Optional.of("you.problem.queues") : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.of("you.problem.choice");
        }
    }

    private Optional<Integer> parsedBudget() {
        try {
            int minutes = Integer.parseInt(budget.strip());
            return minutes >= 0 && minutes <= Choice.LARGEST_BUDGET ? Optional.of(minutes) : Optional.empty();
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }

    int minutes() {
        return parsedBudget().orElseThrow();
    }

    Veil covering() {
        return Veil.valueOf(veil);
    }

    Set<QueueName> skipped() {
        return skip.stream().map(QueueName::new).collect(Collectors.toSet());
    }
}
