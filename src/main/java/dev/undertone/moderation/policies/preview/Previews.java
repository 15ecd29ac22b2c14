package dev.undertone.moderation.policies.preview;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.PolicyStates;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.policy.Policy;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what a version would do before it does it. No text is read and no model is asked. */
@Service
public class Previews {

    private final PolicyShelf shelf;
    private final PolicyStates states;
    private final StoredScores scores;
    private final TransactionTemplate reading;

    Previews(PolicyShelf shelf, PolicyStates states, StoredScores scores, PlatformTransactionManager transactions) {
        this.shelf = shelf;
        this.states = states;
        this.scores = scores;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Previews a version beside the live one, and keeps that somebody did, so that it may go live.
     *
     * @throws dev.undertone.moderation.policies.NoSuchPolicy if there is no such version
     */
    public PreviewOfVersion preview(UUID policy, int number, Selection selection, Actor by) {
        VersionDetails version = shelf.find(policy, number);
        VersionDetails live = shelf.live();
        Preview preview = compare(live.policy(), version.policy(), selection);
        states.previewed(policy, number, by);
        return new PreviewOfVersion(version.label(), live.label(), preview);
    }

    /** Shows what rules would do that nobody has stored yet; nothing is kept. */
    public PreviewOfVersion tryOut(Policy candidate, String name, Selection selection) {
        VersionDetails live = shelf.judging();
        return new PreviewOfVersion(name, live.label(), compare(live.policy(), candidate, selection));
    }

    /** Lets two policies judge the selected submissions. */
    Preview compare(Policy live, Policy candidate, Selection selection) {
        Comparison comparison = new Comparison(live, candidate);
        reading.executeWithoutResult(status -> scores.forEach(selection, comparison.aspects(), comparison::judge));
        return comparison.result();
    }

    /**
     * A preview and the versions that it compares.
     *
     * @param version the previewed one, such as {@code default@3}
     * @param live the one that judges now
     * @param preview how they compare
     */
    public record PreviewOfVersion(String version, String live, Preview preview) {}
}
