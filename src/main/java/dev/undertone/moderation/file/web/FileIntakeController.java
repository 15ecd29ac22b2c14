package dev.undertone.moderation.file.web;

import dev.undertone.account.Caller;
import dev.undertone.moderation.file.FileIntake;
import dev.undertone.moderation.file.FileJobId;
import dev.undertone.moderation.file.FileOffer;
import dev.undertone.moderation.file.FileRefused.NoSuchFile;
import dev.undertone.moderation.file.ReceivedFile;
import dev.undertone.moderation.file.RejectedFile;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/submissions/files}. */
@RestController
@RequestMapping(FileIntakeController.PATH)
@Tag(name = "files of submissions")
class FileIntakeController {

    static final String PATH = "/api/v1/submissions/files";

    private static final String REPLAYED = "Idempotency-Replayed";

    private final FileIntake files;

    FileIntakeController(FileIntake files) {
        this.files = files;
    }

    @PostMapping(
            consumes = {
                "text/csv",
                "application/x-ndjson",
                "application/jsonl",
                "application/gzip",
                "application/x-gzip",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Takes a CSV or JSONL file of submissions",
            description = "The body is the file itself, gzipped or not. Rows have text and, where wanted, externalId,"
                    + " channel, author and context; a row without a channel belongs to that of the query. The rows"
                    + " are submitted in the background, each once. A file that is sent again with its Idempotency-Key"
                    + " is answered like the first time and not taken again, for as long as"
                    + " undertone.moderation.file.keep-keys says, 24 hours by default.")
    @ApiResponse(responseCode = "202", description = "It is kept; the rows are submitted in the background.")
    ResponseEntity<FileJobBody> receive(
            @RequestParam Optional<String> channel,
            @RequestParam Optional<String> name,
            @RequestHeader("Idempotency-Key") Optional<String> idempotencyKey,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        String called = name.orElseGet(() -> UploadName.forType(request.getContentType()));
        ReceivedFile received =
                files.receive(new FileOffer(called, channel, idempotencyKey, caller.actor()), request.getInputStream());
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + received.job().id()));
        if (received.repeated()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(FileJobBody.of(received.job()));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists the files, the newest first")
    Page<FileJobBody> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return files.list(Limit.of(limit), Optional.ofNullable(after)).map(FileJobBody::of);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Says how far a file has come")
    FileJobBody get(@PathVariable String id) {
        return FileJobBody.of(files.get(known(id)));
    }

    @GetMapping(path = "/{id}/rejected", produces = "text/csv")
    @Operation(
            summary = "Gives the rows that could not be taken, as CSV",
            description = "Columns line, reason and text. They are removed after a while, or with DELETE; then 410.")
    void rejected(@PathVariable String id, HttpServletResponse response) throws IOException {
        RejectedFile rejected = files.rejected(known(id));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            rejected.write(out);
        }
    }

    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ends a file where it stands; what was submitted until then stays")
    FileJobBody cancel(@PathVariable String id, Caller caller) {
        return FileJobBody.of(files.cancel(known(id), caller.actor()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Removes the upload and the rejected rows of a file; ends it if it is not over")
    ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
        files.delete(known(id), caller.actor());
        return ResponseEntity.noContent().build();
    }

    private static FileJobId known(String id) {
        return FileJobId.parse(id).orElseThrow(NoSuchFile::new);
    }
}
