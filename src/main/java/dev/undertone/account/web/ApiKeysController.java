package dev.undertone.account.web;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Caller;
import dev.undertone.account.UnknownAccount;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/admin/api-keys}. */
@RestController
@RequestMapping(path = "/api/v1/admin/api-keys", produces = "application/json")
@Tag(name = "admin")
class ApiKeysController {

    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "Lists API keys, revoked ones too, the oldest first")
    Page<KeyAnswer> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String after) {
        return keys.list(Limit.of(limit), after).map(KeyAnswer::of);
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes an API key, which is shown in this answer only",
            description = "Scopes: submit, read, review, policy, audit, admin; at least one.")
    NewKeyAnswer create(@RequestBody NewKey key, Caller caller) {
        String name = Fields.required(key.name(), "name");
        String made = keys.create(name, Fields.scopes(key.scopes()), caller.actor());
        return new NewKeyAnswer(KeyAnswer.of(keys.named(name).orElseThrow()), made);
    }

    @PostMapping("/{id}/revoke")
    @Operation(summary = "Ends an API key for good")
    KeyAnswer revoke(@PathVariable String id, Caller caller) {
        return KeyAnswer.of(keys.revoke(Fields.id(id, UnknownAccount::apiKey), caller.actor()));
    }

    /**
     * A key to make.
     *
     * @param name what it will be called
     * @param scopes what it allows
     */
    record NewKey(@Nullable String name, @Nullable List<@Nullable String> scopes) {}
}
