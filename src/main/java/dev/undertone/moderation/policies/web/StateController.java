package dev.undertone.moderation.policies.web;

import dev.undertone.account.Caller;
import dev.undertone.moderation.policies.PolicyStates;
import dev.undertone.moderation.policies.preview.Previews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/policies/{id}/…}: what is done with a version. */
@RestController
@RequestMapping(path = "/api/v1/policies/{id}", consumes = "application/json", produces = "application/json")
@Tag(name = "policies")
class StateController {

    private final PolicyStates states;
    private final Previews previews;

    StateController(PolicyStates states, Previews previews) {
        this.states = states;
        this.previews = previews;
    }

    @PostMapping("/preview")
    @Operation(
            summary = "Shows what a version would do with the stored submissions",
            description = "Computed from the stored scores. Precision and recall count only submissions that people"
                    + " approved or rejected; what was never held is seldom decided, so that the recall of a milder"
                    + " policy looks better than it is.")
    PreviewAnswer preview(@PathVariable String id, @RequestBody PreviewRequest request, Caller caller) {
        return PreviewAnswer.of(
                previews.preview(PolicyPath.id(id), request.call().number(), request.selection(), caller.actor()));
    }

    @PostMapping("/shadow")
    @Operation(summary = "Lets a draft say what it would have done, which changes nothing else")
    VersionBody shadow(@PathVariable String id, @RequestBody VersionCall call, Caller caller) {
        return VersionBody.of(states.shadow(PolicyPath.id(id), call.number(), caller.actor()));
    }

    @PostMapping("/activate")
    @Operation(summary = "Lets a previewed version judge from now on, in place of the one that does")
    VersionBody activate(@PathVariable String id, @RequestBody VersionCall call, Caller caller) {
        return VersionBody.of(states.activate(PolicyPath.id(id), call.number(), caller.actor()));
    }

    @PostMapping("/rollback")
    @Operation(summary = "Puts back the version that was live before the given one, which must be live")
    VersionBody rollBack(@PathVariable String id, @RequestBody VersionCall call, Caller caller) {
        return VersionBody.of(states.rollBack(PolicyPath.id(id), call.number(), caller.actor()));
    }

    @PostMapping("/archive")
    @Operation(summary = "Puts a draft or shadow away for good")
    VersionBody archive(@PathVariable String id, @RequestBody VersionCall call, Caller caller) {
        return VersionBody.of(states.archive(PolicyPath.id(id), call.number(), caller.actor()));
    }
}
