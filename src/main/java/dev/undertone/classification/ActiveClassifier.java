package dev.undertone.classification;

import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.ModelStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifies with the active checkpoint of the model store, which can be changed while it does.
 *
 * <p>The first one is loaded beside the start of the rest of the service. Until then, and if it cannot be used, every
 * call is told so: the pages and the queue work without a model.
 */
final class ActiveClassifier implements EmotionClassifier, CheckpointSwitch, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveClassifier.class);
    private static final String LOADING = "the model is still being loaded";
    private static final String NONE = "there is no model to read with: see the service's log";

    private final ModelStore store;
    private final ClassificationSettings settings;
    private final AtomicReference<State> state = new AtomicReference<>(new State(null, LOADING));
    private final CompletableFuture<@Nullable Void> first = new CompletableFuture<>();
    private final ReentrantLock changing = new ReentrantLock();

    ActiveClassifier(ModelStore store, ClassificationSettings settings) {
        this.store = store;
        this.settings = settings;
        Thread loader = new Thread(this::loadFirst, "load-checkpoint");
        loader.setDaemon(true);
        loader.start();
    }

    private void loadFirst() {
        changing.lock();
        try {
            CheckpointId id = store.active()
                    .orElseThrow(() -> new CheckpointRefused(
                            "the model store",
                            "no checkpoint is active; there are " + store.list() + ": activate one"));
            state.set(new State(load(id), NONE));
            LOG.info("Serving checkpoint {}", id);
        } catch (RuntimeException | Error e) {
            if (e instanceof CheckpointRefused) {
                LOG.error("No checkpoint to serve: {}", e.getMessage());
            } else {
                LOG.error("No checkpoint to serve", e);
            }
            state.set(new State(null, NONE));
        } finally {
            changing.unlock();
            first.complete(null);
        }
    }

    /** Does something once the first checkpoint has been loaded, or could not be. */
    void whenLoaded(Runnable then) {
        CompletableFuture<?> unused = first.thenRun(then);
    }

    private PooledClassifier load(CheckpointId id) {
        // Reading every byte costs less than half a second and finds what a failing disk changed.
        store.verify(id);
        PooledClassifier loaded = new PooledClassifier(store.open(id), settings);
        try {
            // The first pass makes room for itself; nobody who sends a text should wait for that.
            loaded.forBulk().classify(List.of("the first text that this checkpoint reads"), Explanation.NONE);
            return loaded;
        } catch (RuntimeException | Error refused) {
            loaded.close();
            throw refused;
        }
    }

    /** Why there is no model; empty when there is one. */
    Optional<String> obstacle() {
        State now = state();
        return now.classifier() == null ? Optional.of(now.obstacle()) : Optional.empty();
    }

    @Override
    public Optional<CheckpointId> answering() {
        return Optional.ofNullable(state().classifier())
                .map(classifier -> classifier.model().checkpoint());
    }

    @Override
    public ServedModel model() {
        return classifier().model();
    }

    @Override
    public List<Classification> classify(List<String> texts, Explanation explanation) {
        return classify(classifier -> classifier.classify(texts, explanation));
    }

    @Override
    public EmotionClassifier forBulk() {
        return new Bulk();
    }

    private List<Classification> classify(Function<EmotionClassifier, List<Classification>> call) {
        while (true) {
            PooledClassifier classifier = classifier();
            try {
                return call.apply(classifier);
            } catch (ClassifierUnavailable refused) {
                // With a cause it was read and came to nothing; only what was not even begun is begun elsewhere.
                if (classifier == state().classifier() || refused.getCause() != null) {
                    throw refused;
                }
                // It was being closed because another has taken over, which answers instead.
                LOG.debug("Asking {} again", state().classifier(), refused);
            }
        }
    }

    private PooledClassifier classifier() {
        State now = state();
        if (now.classifier() == null) {
            throw new ClassifierUnavailable(now.obstacle() + ", nothing was classified", settings.retryAfter());
        }
        return now.classifier();
    }

    @Override
    public ServedModel serve(CheckpointId id, Runnable beforeTakingOver) {
        if (!changing.tryLock()) {
            throw new SwitchInProgress();
        }
        try {
            PooledClassifier next = load(id);
            try {
                beforeTakingOver.run();
            } catch (RuntimeException | Error refused) {
                next.close();
                throw refused;
            }
            State before = state.getAndSet(new State(next, NONE));
            LOG.info("Serving checkpoint {}", id);
            if (before != null && before.classifier() != null) {
                before.classifier().close();
            }
            return next.model();
        } finally {
            changing.unlock();
        }
    }

    private State state() {
        return Objects.requireNonNull(state.get());
    }

    @Override
    public void close() {
        // Whatever is being loaded would otherwise outlive the memory it is loaded into.
        changing.lock();
        try {
            State before = state.getAndSet(new State(null, "the service is stopping"));
            if (before != null && before.classifier() != null) {
                before.classifier().close();
            }
        } finally {
            changing.unlock();
        }
    }

    /** The same for work that makes way. */
    private final class Bulk implements EmotionClassifier {

        @Override
        public ServedModel model() {
            return ActiveClassifier.this.model();
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            return ActiveClassifier.this.classify(
                    classifier -> classifier.forBulk().classify(texts, explanation));
        }
    }

    /**
     * What answers at one moment.
     *
     * @param classifier null while there is none
     * @param obstacle why there is none, if so
     */
    private record State(@Nullable PooledClassifier classifier, String obstacle) {}
}
