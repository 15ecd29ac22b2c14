package dev.undertone.moderation.policies.web;

import dev.undertone.account.Caller;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.preview.Shadows;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/policies}: what is stored, and new drafts. */
@RestController
@RequestMapping(path = PolicyController.PATH, produces = "application/json")
@Tag(name = "policies")
class PolicyController {

    static final String PATH = "/api/v1/policies";

    private final PolicyShelf shelf;
    private final Shadows shadows;

    PolicyController(PolicyShelf shelf, Shadows shadows) {
        this.shelf = shelf;
        this.shadows = shadows;
    }

    @GetMapping
    @Operation(summary = "Lists the policies, the oldest first, with the versions of each, the newest first")
    Page<PolicyBody> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int count = Limit.of(limit).value();
        Optional<UUID> behind = Optional.ofNullable(after).map(PolicyController::cursor);
        return Page.of(
                        shelf.list(behind, count + 1),
                        count,
                        policy -> Cursor.encode(policy.id().toString()))
                .map(PolicyBody::of);
    }

    private static UUID cursor(String after) {
        try {
            return UUID.fromString(Cursor.decode(after, 1).parts().get(0));
        } catch (IllegalArgumentException notOurs) {
            throw new BadCursor(notOurs);
        }
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Stores a policy with its first version, a draft",
            description = "A rule: {\"name\":\"anger\",\"when\":[{\"emotion\":\"anger\",\"atLeast\":0.8}],"
                    + "\"then\":{\"hold\":\"conduct\"},\"weight\":1}. All of \"when\" must hold; other conditions are"
                    + " {\"notice\":\"UNCERTAIN\"}, {\"channels\":[\"chat\"]}, {\"length\":{\"atLeast\":1,\"atMost\":40}},"
                    + " {\"marginBelow\":0.1} and {\"entropyAtLeast\":0.9}. \"then\" is \"allow\", \"block\" or a hold with"
                    + " its queue. When rules disagree, the milder wins and a person looks.")
    ResponseEntity<PolicyBody> create(@RequestBody NewPolicyRequest request, Caller caller) {
        PolicyBody created = PolicyBody.of(shelf.create(request.policyName(), request.newVersion(), caller.actor()));
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(created);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a policy with its 50 newest versions")
    PolicyBody show(@PathVariable String id) {
        return PolicyBody.of(shelf.find(PolicyPath.id(id)));
    }

    @PostMapping(path = "/{id}/versions", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Stores what a policy shall say next, as a draft; versions never change")
    ResponseEntity<VersionBody> add(@PathVariable String id, @RequestBody NewVersionRequest request, Caller caller) {
        UUID policy = PolicyPath.id(id);
        VersionBody added = VersionBody.of(shelf.addVersion(policy, request.newVersion(), caller.actor()));
        return ResponseEntity.created(URI.create(PATH + "/" + policy + "/versions/" + added.version()))
                .body(added);
    }

    @GetMapping("/{id}/versions/{number}")
    @Operation(summary = "Shows a version, with what it would have done while it stood in the shadow")
    VersionBody.WithShadow showVersion(@PathVariable String id, @PathVariable String number) {
        VersionDetails version = shelf.find(PolicyPath.id(id), PolicyPath.number(number));
        return new VersionBody.WithShadow(
                VersionBody.of(version), shadows.of(version.id()).counts());
    }
}
