package dev.undertone.moderation.web;

import dev.undertone.account.Caller;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditHistory;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.SubmissionTrail;
import dev.undertone.moderation.intake.Reception;
import dev.undertone.moderation.submissions.SubmissionCatalogue;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/submissions}. */
@RestController
@Tag(name = "submissions")
class SubmissionController {

    static final String PATH = "/api/v1/submissions";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Reception reception;
    private final SubmissionCatalogue catalogue;
    private final AuditHistory audit;
    private final List<SubmissionTrail> elsewhere;

    SubmissionController(
            Reception reception,
            SubmissionCatalogue catalogue,
            AuditHistory audit,
            ObjectProvider<SubmissionTrail> elsewhere) {
        this.reception = reception;
        this.catalogue = catalogue;
        this.audit = audit;
        this.elsewhere = elsewhere.orderedStream().toList();
    }

    @PostMapping(path = PATH, consumes = "application/json", produces = "application/json")
    @Operation(
            summary = "Classifies a text, applies the live policy, stores",
            description = "Answers 201. An externalId that the channel has already is answered with the stored"
                    + " submission and 200. Where the model or the policy fails, the submission is held for a person."
                    + " In text and context a NUL or half a surrogate pair is kept as U+FFFD; in names it is refused.")
    @ApiResponse(responseCode = "201", description = "It is stored.")
    @ApiResponse(responseCode = "200", description = "The channel had this externalId already.")
    ResponseEntity<SubmissionAnswer> submit(@RequestBody SubmissionRequest request, Caller caller) {
        Receipt receipt = reception.submit(request.checked(""), caller.actor());
        SubmissionAnswer answer = SubmissionAnswer.of(receipt.submission());
        return receipt.created()
                ? ResponseEntity.created(URI.create(PATH + "/" + answer.id())).body(answer)
                : ResponseEntity.ok(answer);
    }

    @GetMapping(path = PATH + "/{id}", produces = "application/json")
    @Operation(summary = "A stored submission: state, scores, verdict, decision, history")
    SubmissionWithHistory show(@PathVariable String id) {
        SubmissionId known = Optional.of(id)
                .filter(ID.asMatchPredicate())
                .map(written -> new SubmissionId(UUID.fromString(written)))
                .orElseThrow(UnknownSubmission::new);
        return catalogue
                .find(known)
                .map(found -> SubmissionWithHistory.of(found, history(known)))
                .orElseThrow(UnknownSubmission::new);
    }

    private List<AuditEntry> history(SubmissionId id) {
        Stream<AuditEntry> here = audit.of("submission", id.toString()).stream();
        Stream<AuditEntry> there = elsewhere.stream().flatMap(trail -> trail.of(id).stream());
        return Stream.concat(here, there)
                .sorted(Comparator.comparingLong(AuditEntry::sequence))
                .toList();
    }

    @GetMapping(path = PATH, produces = "application/json")
    @Operation(summary = "The stored submissions, newest first")
    Page<SubmissionBody> list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        // No channel has a NUL in its name, and a database cannot even look for one.
        Optional<String> wanted = Optional.ofNullable(channel).map(name -> name.replace('\0', '\uFFFD'));
        return catalogue
                .page(wanted, Optional.ofNullable(after), Limit.of(limit))
                .map(SubmissionBody::of);
    }
}
