package dev.undertone.moderation.policies.web.page;

import dev.undertone.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two versions rule by rule, matched by name.
 *
 * @param rows in the order of the newer one; what only the older one has stands last
 */
record VersionComparison(List<Row> rows) {

    /** What became of a rule. */
    enum Fate {
        SAME,
        CHANGED,
        MOVED,
        ADDED,
        REMOVED
    }

    static VersionComparison of(List<Rule> older, List<Rule> newer, PolicyWords words) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < newer.size(); i++) {
            Rule rule = newer.get(i);
            int before = place(older, rule.name());
            rows.add(new Row(
                    fate(before < 0 ? null : older.get(before), before, rule, i),
                    side(older, before, words),
                    side(newer, i, words)));
        }
        for (int i = 0; i < older.size(); i++) {
            if (place(newer, older.get(i).name()) < 0) {
                rows.add(new Row(Fate.REMOVED, side(older, i, words), Optional.empty()));
            }
        }
        return new VersionComparison(rows);
    }

    private static Fate fate(@Nullable Rule before, int placeBefore, Rule rule, int place) {
        if (before == null) {
            return Fate.ADDED;
        } else if (!before.equals(rule)) {
            return Fate.CHANGED;
        }
        return placeBefore == place ? Fate.SAME : Fate.MOVED;
    }

    private static int place(List<Rule> rules, String name) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Side> side(List<Rule> rules, int place, PolicyWords words) {
        return place < 0
                ? Optional.empty()
                : Optional.of(new Side(
                        place + 1, RuleView.of(List.of(rules.get(place)), words).get(0)));
    }

    /** Whether both say the same in the same order. */
    public boolean same() {
        return rows.stream().allMatch(row -> row.fate() == Fate.SAME);
    }

    /**
     * A rule in both versions.
     *
     * @param fate what became of it
     * @param older as it was
     * @param newer as it is
     */
    record Row(Fate fate, Optional<Side> older, Optional<Side> newer) {}

    /**
     * A rule in one version.
     *
     * @param place from 1
     * @param rule what it says
     */
    record Side(int place, RuleView rule) {}
}
