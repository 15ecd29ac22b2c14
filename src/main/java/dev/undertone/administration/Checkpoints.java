package dev.undertone.administration;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.classification.CheckpointSwitch;
import dev.undertone.classification.ServedModel;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.ModelStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The checkpoints of the model store, and which of them answers. */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final ModelStore store;
    private final CheckpointSwitch serving;
    private final AuditTrail trail;
    private final TransactionOperations transaction;

    Checkpoints(ModelStore store, CheckpointSwitch serving, AuditTrail trail, TransactionOperations transaction) {
        this.store = store;
        this.serving = serving;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** All of them by name; one that cannot be used says why. */
    public List<Entry> list() {
        Optional<CheckpointId> answering = serving.answering();
        Optional<CheckpointId> previous = readable(store::previous);
        return store.list().stream().map(id -> entry(id, answering, previous)).toList();
    }

    /** One of them; empty if there is none with this name. */
    public Optional<Entry> find(CheckpointId id) {
        if (!store.list().contains(id)) {
            return Optional.empty();
        }
        return Optional.of(entry(id, serving.answering(), readable(store::previous)));
    }

    /** What a file of the store names; a file that names nothing is no reason to show nothing, or to keep it so. */
    private static Optional<CheckpointId> readable(Supplier<Optional<CheckpointId>> named) {
        try {
            return named.get();
        } catch (CheckpointRefused broken) {
            LOG.warn("Taken as if nothing was active before: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    /** What answers is asked of whom it is loaded in: a command may have named another for the next start. */
    private Entry entry(CheckpointId id, Optional<CheckpointId> answering, Optional<CheckpointId> before) {
        boolean active = answering.equals(Optional.of(id));
        boolean previous = before.equals(Optional.of(id)) && !active;
        try {
            return new Entry(id, active, previous, Optional.of(store.open(id)), Optional.empty());
        } catch (CheckpointRefused refused) {
            return new Entry(id, active, previous, Optional.empty(), Optional.ofNullable(refused.getMessage()));
        }
    }

    /**
     * Lets a checkpoint answer from now on, also after the next start.
     *
     * @throws NoSuchCheckpoint if there is none with this name
     * @throws CheckpointRefused if it cannot be used; the one before goes on answering
     */
    public ServedModel activate(CheckpointId id, Actor by) {
        if (!store.list().contains(id)) {
            throw new NoSuchCheckpoint(id, store.list());
        }
        return serving.serve(id, () -> takeDown(id, by));
    }

    /**
     * Lets the checkpoint answer again that did before.
     *
     * @throws NothingToGoBackTo if no other was activated before
     */
    public ServedModel rollBack(Actor by) {
        return activate(store.previous().orElseThrow(NothingToGoBackTo::new), by);
    }

    private void takeDown(CheckpointId id, Actor by) {
        Optional<CheckpointId> before = readable(store::active);
        store.activate(id, () -> transaction.executeWithoutResult(status -> trail.append(by, change(before, id))));
    }

    private static Change change(Optional<CheckpointId> before, CheckpointId after) {
        return new Change(
                "checkpoint.activated",
                "checkpoint",
                after.value(),
                before.map(id -> Map.of("active", id.value())).orElse(Map.of()),
                Map.of("active", after.value()),
                Optional.of(after.value()),
                Optional.empty());
    }

    /**
     * One checkpoint of the store.
     *
     * @param id its name
     * @param active whether it answers
     * @param previous whether it answered before and would again after a roll back
     * @param checkpoint what it is; empty if it cannot be used
     * @param problem why it cannot be used, if so
     */
    public record Entry(
            CheckpointId id,
            boolean active,
            boolean previous,
            Optional<Checkpoint> checkpoint,
            Optional<String> problem) {}

    /** The model store has no checkpoint with this name. */
    public static final class NoSuchCheckpoint extends RuntimeException {
        NoSuchCheckpoint(CheckpointId id, List<CheckpointId> there) {
            super("There is no checkpoint " + id + "; there are " + there + ".");
        }
    }

    /** No other checkpoint was activated before the active one. */
    public static final class NothingToGoBackTo extends RuntimeException {
        NothingToGoBackTo() {
            super("No other checkpoint was activated before this one; activate one by its name.");
        }
    }
}
