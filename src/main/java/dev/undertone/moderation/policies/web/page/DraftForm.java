package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionNote;
import dev.undertone.policy.Policy;
import dev.undertone.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules that somebody is writing, as they stand in the form.
 *
 * @param from the version that they began with
 * @param seen the newest version that they have seen
 * @param note why they write it
 * @param rules in order
 */
record DraftForm(
        @Nullable Integer from,
        @Nullable Integer seen,
        @Nullable String note,
        @Nullable List<RuleForm> rules) {

    DraftForm {
        rules = rules == null
                ? List.of()
                : rules.stream().filter(Objects::nonNull).toList();
    }

    static DraftForm of(VersionDetails version, int seen) {
        List<RuleForm> rules =
                version.policy().rules().stream().map(RuleForm::of).toList();
        return new DraftForm(version.number(), seen, "", rules);
    }

    DraftForm with(List<RuleForm> others) {
        return new DraftForm(from, seen, note, others);
    }

    DraftForm seeing(int newest) {
        return new DraftForm(from, newest, note, rules);
    }

    /** The rules, also of a form that was sent without any. */
    public List<RuleForm> all() {
        return rules == null ? List.of() : rules;
    }

    /** What is written, or what is wrong with it. */
    Draft read() {
        List<Rule> written = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < all().size(); i++) {
            try {
                written.add(all().get(i).read());
            } catch (IllegalArgumentException wrong) {
                problems.add(new Problem(i, String.valueOf(wrong.getMessage())));
            }
        }
        if (problems.isEmpty()) {
            try {
                VersionNote why = new VersionNote(note == null ? "" : note.strip());
                return new Draft(new NewVersion(new Policy(written), why), List.of());
            } catch (IllegalArgumentException wrong) {
                problems.add(new Problem(Problem.NO_RULE, String.valueOf(wrong.getMessage())));
            }
        }
        return new Draft(null, problems);
    }

    /**
     * What the form says.
     *
     * @param version null if there are problems
     * @param problems why it cannot be stored
     */
    record Draft(@Nullable NewVersion version, List<Problem> problems) {}

    /**
     * Something that must be mended first.
     *
     * @param rule the place of the rule, from 0; {@value #NO_RULE} for what is wrong with them together
     * @param words what is wrong
     */
    record Problem(int rule, String words) {
        static final int NO_RULE = -1;
    }
}
