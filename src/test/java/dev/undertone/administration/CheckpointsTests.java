package dev.undertone.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.classification.CheckpointSwitch;
import dev.undertone.classification.ServedModel;
import dev.undertone.database.OnH2;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.TinyCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the model store when the record of a change cannot be kept. */
@OnH2
final class CheckpointsTests {

    private static final CheckpointId ONE = new CheckpointId("one");
    private static final CheckpointId TWO = new CheckpointId("two");
    private static final CheckpointId THREE = new CheckpointId("three");

    @TempDir
    private Path folder;

    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    CheckpointsTests(@Autowired AuditTrail trail, @Autowired TransactionTemplate transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    @Test
    void anActivationThatIsNotKeptLeavesTheOneToRollBackTo() {
        List.of(ONE, TWO, THREE).forEach(id -> TinyCheckpoint.write(folder.resolve(id.value())));
        ModelStore store = new ModelStore(folder);
        store.activate(ONE);
        store.activate(TWO);
        Checkpoints checkpoints = new Checkpoints(store, new NoModel(), trail, new FailingCommit(transaction));

        assertThatThrownBy(() -> checkpoints.activate(THREE, Actor.service())).hasMessage("the commit failed");

        assertThat(store.active()).contains(TWO);
        assertThat(store.previous()).contains(ONE);
    }

    @Test
    void aFileThatNamesNothingIsNoReasonToShowNothingAndAnActivationMendsIt() throws IOException {
        List.of(ONE, TWO).forEach(id -> TinyCheckpoint.write(folder.resolve(id.value())));
        Files.writeString(folder.resolve("active"), "../../no name");
        Files.writeString(folder.resolve("active-before"), "");
        ModelStore store = new ModelStore(folder);
        Checkpoints checkpoints = new Checkpoints(store, new AnyModel(), trail, transaction);

        assertThat(checkpoints.list()).extracting(Checkpoints.Entry::id).containsExactly(ONE, TWO);
        assertThat(checkpoints.find(ONE))
                .hasValueSatisfying(one -> assertThat(one.active()).isFalse());
        checkpoints.activate(TWO, Actor.service());

        assertThat(store.active()).contains(TWO);
    }

    @Test
    void whatACommandNamesForTheNextStartDoesNotAnswerYet() {
        List.of(ONE, TWO).forEach(id -> TinyCheckpoint.write(folder.resolve(id.value())));
        ModelStore store = new ModelStore(folder);
        Checkpoints checkpoints = new Checkpoints(store, new AnyModel(), trail, transaction);
        checkpoints.activate(ONE, Actor.service());

        store.activate(TWO);

        assertThat(checkpoints.list())
                .extracting(Checkpoints.Entry::active, Checkpoints.Entry::previous)
                .containsExactly(tuple(true, false), tuple(false, false));
        assertThat(checkpoints.find(TWO))
                .hasValueSatisfying(two -> assertThat(two.active()).isFalse());
    }

    /** Takes over without weights. */
    private static final class AnyModel implements CheckpointSwitch {

        private @Nullable CheckpointId answering;

        @Override
        public Optional<CheckpointId> answering() {
            return Optional.ofNullable(answering);
        }

        @Override
        public ServedModel serve(CheckpointId id, Runnable beforeTakingOver) {
            beforeTakingOver.run();
            answering = id;
            return new ServedModel(id, ServedModel.Precision.FP32);
        }
    }

    /** Does what has to succeed first, and needs no weights for it. */
    private static final class NoModel implements CheckpointSwitch {

        @Override
        public Optional<CheckpointId> answering() {
            return Optional.empty();
        }

        @Override
        public ServedModel serve(CheckpointId id, Runnable beforeTakingOver) {
            beforeTakingOver.run();
            throw new AssertionError("nothing was to take over");
        }
    }

    /** Fails after all the work of a transaction. */
    private record FailingCommit(TransactionTemplate real) implements TransactionOperations {

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return real.execute(status -> {
                action.doInTransaction(status);
                throw new IllegalStateException("the commit failed");
            });
        }
    }
}
