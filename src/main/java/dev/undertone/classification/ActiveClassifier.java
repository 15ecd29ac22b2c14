package dev.undertone.classification;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.ModelStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifies with the active checkpoint of the model store.
 *
 * <p>It is loaded beside the start of the rest of the service. Until then, and if it cannot be used, every call is told
 * so: the pages and the queue work without a model.
 */
final class ActiveClassifier implements EmotionClassifier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveClassifier.class);

    private final ClassificationSettings settings;
    private final CompletableFuture<PooledClassifier> loading;

    ActiveClassifier(ModelStore store, ClassificationSettings settings) {
        this.settings = settings;
        this.loading = new CompletableFuture<>();
        Thread loader = new Thread(() -> load(store), "load-checkpoint");
        loader.setDaemon(true);
        loader.start();
    }

    private void load(ModelStore store) {
        try {
            PooledClassifier classifier = new PooledClassifier(active(store), settings);
            LOG.info("Serving checkpoint {}", classifier.model().checkpoint());
            loading.complete(classifier);
        } catch (RuntimeException | LinkageError e) {
            if (e instanceof CheckpointRefused) {
                LOG.error("No checkpoint to serve: {}", e.getMessage());
            } else {
                LOG.error("No checkpoint to serve", e);
            }
            loading.completeExceptionally(e);
        }
    }

    private static Checkpoint active(ModelStore store) {
        CheckpointId id = store.active()
                .orElseThrow(() -> new IllegalStateException(
                        "no checkpoint is active; there are " + store.list() + ": activate one"));
        // Reading every byte costs less than half a second and finds what a failing disk changed.
        store.verify(id);
        return store.open(id);
    }

    /** Why there is no model; empty when there is one. */
    Optional<String> obstacle() {
        if (!loading.isDone()) {
            return Optional.of("the model is still being loaded");
        }
        return loading.isCompletedExceptionally()
                ? Optional.of("there is no model to read with: see the service's log")
                : Optional.empty();
    }

    @Override
    public ServedModel model() {
        return classifier().model();
    }

    @Override
    public List<Classification> classify(List<String> texts, Explanation explanation) {
        return classifier().classify(texts, explanation);
    }

    private PooledClassifier classifier() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new ClassifierUnavailable(obstacle.get() + ", nothing was classified", settings.retryAfter());
        }
        return loading.join();
    }

    @Override
    public void close() {
        try {
            loading.join().close();
        } catch (CompletionException e) {
            LOG.debug("Nothing to close, as nothing could be loaded", e);
        }
    }
}
