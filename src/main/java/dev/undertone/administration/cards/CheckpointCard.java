package dev.undertone.administration.cards;

import dev.undertone.administration.Checkpoints;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointFiles;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorType;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkpoint as people see it.
 *
 * @param id its name
 * @param active whether it answers
 * @param previous whether a roll back would let it answer again
 * @param problem why it cannot be used; empty if it can
 * @param network its sizes
 * @param storedAs the element types of its weights
 * @param files how large it is, and what names its content
 * @param evaluation its own report; empty if nobody evaluated it
 * @param training how it was trained; empty if nobody kept that
 */
public record CheckpointCard(
        String id,
        boolean active,
        boolean previous,
        Optional<String> problem,
        Optional<EncoderConfig> network,
        String storedAs,
        Optional<CheckpointFiles> files,
        Optional<Evaluation> evaluation,
        Optional<TrainingCurve> training) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads what stands beside the weights. */
    public static CheckpointCard of(Checkpoints.Entry entry) {
        if (entry.checkpoint().isEmpty()) {
            return unusable(entry, entry.problem());
        }
        Checkpoint checkpoint = entry.checkpoint().get();
        try {
            return new CheckpointCard(
                    entry.id().value(),
                    entry.active(),
                    entry.previous(),
                    entry.problem(),
                    Optional.of(checkpoint.config()),
                    checkpoint.storedTypes().stream().map(TensorType::name).collect(Collectors.joining(", ")),
                    Optional.of(checkpoint.files()),
                    checkpoint.evaluationJson().map(JSON::readTree).flatMap(Evaluation::of),
                    checkpoint.historyJsonl().map(TrainingCurve::of).filter(curve -> !curve.isEmpty()));
        } catch (CheckpointRefused broken) {
            return unusable(entry, Optional.ofNullable(broken.getMessage()));
        }
    }

    private static CheckpointCard unusable(Checkpoints.Entry entry, Optional<String> problem) {
        return new CheckpointCard(
                entry.id().value(),
                entry.active(),
                entry.previous(),
                problem,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
