package dev.undertone.account.web;

import dev.undertone.account.Caller;
import dev.undertone.account.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/me}. */
@RestController
@Tag(name = "me")
class MeController {

    @GetMapping(path = "/api/v1/me", produces = "application/json")
    @Operation(summary = "Says who is asking, and what they may do")
    Me me(Caller caller) {
        String kind = caller.actor().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> scopes =
                caller.scopes().stream().sorted().map(Scope::label).toList();
        return new Me(kind, caller.actor().id(), caller.actor().name(), scopes, caller.lead());
    }

    /**
     * Who is asking.
     *
     * @param kind {@code person} or {@code api-key}
     * @param id opaque
     * @param name what they are called
     * @param scopes what they may do
     * @param lead whether they answer for the work of others
     */
    record Me(String kind, String id, String name, List<String> scopes, boolean lead) {}
}
