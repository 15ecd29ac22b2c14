package dev.undertone.moderation.file.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What a file is called whose sender did not say. */
final class UploadName {

    private UploadName() {}

    static String forType(@Nullable String contentType) {
        if (contentType == null) {
            return "upload";
        }
        return switch (MediaType.parseMediaType(contentType).getSubtype()) {
            case "csv" -> "upload.csv";
            case "x-ndjson", "jsonl" -> "upload.jsonl";
            case "gzip", "x-gzip" -> "upload.gz";
            default -> "upload";
        };
    }
}
