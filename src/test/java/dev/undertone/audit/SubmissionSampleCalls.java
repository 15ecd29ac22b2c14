package dev.undertone.audit;

import org.springframework.http.HttpMethod;

/** A successful call of every endpoint that takes submissions. */
final class SubmissionSampleCalls {

    private static final String SUBMISSIONS = "/api/v1/submissions";

    private SubmissionSampleCalls() {}

    static void make(RecordedApi api) {
        api.post(SUBMISSIONS, "{\"channel\":\"forum\",\"text\":\"hello there\"}");
        api.post(
                SUBMISSIONS + "/batch",
                "{\"submissions\":[{\"channel\":\"forum\",\"text\":\"hello\"},"
                        + "{\"channel\":\"forum\",\"text\":\"hello again\"}]}");
        files(api);
        api.call(HttpMethod.DELETE, "/api/v1/authors/ann", "");
    }

    private static void files(RecordedApi api) {
        String files = SUBMISSIONS + "/files";
        api.post(files + "/" + received(api) + "/cancel", "");
        api.call(HttpMethod.DELETE, files + "/" + received(api), "");
    }

    private static String received(RecordedApi api) {
        return api.upload(SUBMISSIONS + "/files?channel=forum", "text\nhello\n")
                .get("id")
                .stringValue();
    }
}
