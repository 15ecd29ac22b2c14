package dev.undertone.administration.web;

import dev.undertone.account.Caller;
import dev.undertone.administration.Checkpoints;
import dev.undertone.classification.ServedModel;
import dev.undertone.modelstore.CheckpointId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/admin/checkpoints}. */
@RestController
@RequestMapping(path = "/api/v1/admin/checkpoints", produces = "application/json")
@Tag(name = "administration")
class CheckpointsController {

    private final Checkpoints checkpoints;
    private final JsonMapper json;

    CheckpointsController(Checkpoints checkpoints, JsonMapper json) {
        this.checkpoints = checkpoints;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Lists the checkpoints of the model store, which one answers, and their evaluation figures")
    CheckpointList list() {
        return CheckpointList.of(checkpoints.list(), json);
    }

    @PostMapping(consumes = "application/json")
    @Operation(
            summary = "Lets a checkpoint answer from now on",
            description = "It is verified and loaded beside the one that answers; no request fails while they change.")
    Serving activate(@RequestBody Activation activation, @Parameter(hidden = true) Caller caller) {
        return Serving.of(checkpoints.activate(activation.checkpoint(), caller.actor()));
    }

    @PostMapping("/rollback")
    @Operation(summary = "Lets the checkpoint answer again that did before")
    Serving rollBack(@Parameter(hidden = true) Caller caller) {
        return Serving.of(checkpoints.rollBack(caller.actor()));
    }

    /**
     * Which checkpoint is to answer.
     *
     * @param id its name
     */
    record Activation(@Nullable String id) {

        CheckpointId checkpoint() {
            String name = Optional.ofNullable(id).orElseThrow(() -> new NoCheckpointNamed("\"id\" is missing"));
            if (!CheckpointId.isValid(name)) {
                throw new NoCheckpointNamed("\"id\" is not the name of a checkpoint");
            }
            return new CheckpointId(name);
        }
    }

    /** The request names no checkpoint. */
    static final class NoCheckpointNamed extends RuntimeException {
        NoCheckpointNamed(String fact) {
            super(fact + "; send {\"id\":\"…\"} with a name from GET /api/v1/admin/checkpoints.");
        }
    }

    /**
     * What answers now.
     *
     * @param checkpoint the name of the weights
     * @param precision the arithmetic
     */
    record Serving(String checkpoint, String precision) {

        static Serving of(ServedModel model) {
            return new Serving(model.checkpoint().value(), model.precision().label());
        }
    }
}
