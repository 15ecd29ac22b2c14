package dev.undertone.administration.web;

import dev.undertone.administration.Checkpoints;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.EncoderConfig;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checkpoints of the model store; all on one page, as there are few.
 *
 * @param items by name
 * @param next always null
 */
record CheckpointList(List<Item> items, @Nullable String next) {

    static CheckpointList of(List<Checkpoints.Entry> entries, JsonMapper json) {
        return new CheckpointList(
                entries.stream().map(entry -> Item.of(entry, json)).toList(), null);
    }

    /**
     * One checkpoint.
     *
     * @param id its name
     * @param active whether it answers
     * @param previous whether a roll back would let it answer again
     * @param network its sizes; null if it cannot be used
     * @param evaluation the figures of its last evaluation; null if there was none
     * @param problem why it cannot be used; null if it can
     */
    record Item(
            String id,
            boolean active,
            boolean previous,
            @Nullable EncoderConfig network,
            @Nullable JsonNode evaluation,
            @Nullable String problem) {

        private static final Logger LOG = LoggerFactory.getLogger(Item.class);

        static Item of(Checkpoints.Entry entry, JsonMapper json) {
            return new Item(
                    entry.id().value(),
                    entry.active(),
                    entry.previous(),
                    entry.checkpoint().map(Checkpoint::config).orElse(null),
                    entry.checkpoint()
                            .flatMap(checkpoint -> evaluation(checkpoint, json))
                            .orElse(null),
                    entry.problem().orElse(null));
        }

        /** Of a file that cannot be read there are no figures, and the others have theirs. */
        private static Optional<JsonNode> evaluation(Checkpoint checkpoint, JsonMapper json) {
            try {
                return checkpoint.evaluationJson().map(json::readTree);
            } catch (CheckpointRefused | JacksonException broken) {
                LOG.warn("Listed without figures: {}", broken.getMessage());
                return Optional.empty();
            }
        }
    }
}
