package dev.undertone.review.web.live;

import dev.undertone.account.Caller;
import dev.undertone.review.live.ItemChanges;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages what colleagues do: by a stream, or on request where there is no stream to be had. */
@Controller
class LiveController {

    private final LiveStreams streams;
    private final ItemChanges changes;

    LiveController(LiveStreams streams, ItemChanges changes) {
        this.streams = streams;
        this.changes = changes;
    }

    /** A browser that is answered 204 does not try again, and the page's script asks by itself from then on. */
    @GetMapping(path = "/queue/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Caller caller,
            HttpSession session) {
        return streams.open(caller.actor(), position(last).orElse(since), session)
                .map(stream -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Accel-Buffering", "no")
                        .body(stream))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(path = "/queue/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ChangesBody since(@RequestParam long since, Caller caller) {
        return ChangesBody.of(changes.since(since), caller.actor());
    }

    private static Optional<Long> position(@Nullable String last) {
        try {
            return last == null ? Optional.empty() : Optional.of(Long.parseLong(last));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
