package dev.undertone.audit.web;

import dev.undertone.audit.AuditChain;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.ChainHead;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/audit} and below. */
@RestController
@RequestMapping(path = "/api/v1/audit", produces = "application/json")
@Tag(name = "audit")
class AuditController {

    private final AuditHistory history;
    private final AuditChain chain;

    AuditController(AuditHistory history, AuditChain chain) {
        this.history = history;
        this.chain = chain;
    }

    @GetMapping
    @Operation(
            summary = "Lists who changed what, the newest first",
            description = "All filters narrow. The actor is an id or a name; since is inclusive, until exclusive.")
    Page<EntryAnswer> entries(
            EntryQuery query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return history.page(query.asFilter(), after, Limit.of(limit)).map(EntryAnswer::of);
    }

    @GetMapping("/head")
    @Operation(
            summary = "Gives the end of the chain",
            description = "Keep it where nobody who can write to the database can write, and send it to verify later.")
    ChainHead head() {
        return chain.head();
    }

    @GetMapping("/verify")
    @Operation(
            summary = "Checks every entry of the chain",
            description = "With count and hash of a head that was kept elsewhere, it also finds entries that were"
                    + " removed from the end together with the head.")
    CheckAnswer verify(
            @RequestParam(required = false) @Nullable Long count,
            @RequestParam(required = false) @Nullable String hash) {
        return CheckAnswer.of(chain.verify(exported(count, hash)));
    }

    private static Optional<ChainHead> exported(@Nullable Long count, @Nullable String hash) {
        if (count == null && hash == null) {
            return Optional.empty();
        }
        if (count == null || hash == null) {
            throw new BadExportedHead("Send both \"count\" and \"hash\" of the exported head, or neither.");
        }
        try {
            return Optional.of(ChainHead.exported(count, hash));
        } catch (IllegalArgumentException e) {
            throw new BadExportedHead("This is not an exported head: " + e.getMessage() + ".");
        }
    }
}
