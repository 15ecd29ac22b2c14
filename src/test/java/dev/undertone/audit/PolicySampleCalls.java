package dev.undertone.audit;

/** A successful call of every endpoint that changes a policy; the one that was live is live again afterwards. */
final class PolicySampleCalls {

    private static final String RULES =
            "[{\"name\":\"anger\",\"when\":[{\"emotion\":\"anger\",\"atLeast\":0.7}],\"then\":{\"hold\":\"conduct\"}}]";
    private static final String FIRST = "{\"version\":1}";

    private PolicySampleCalls() {}

    static void make(RecordedApi api) {
        String policies = "/api/v1/policies";
        String policy = policies + "/"
                + api.post(policies, "{\"name\":\"strict\",\"rules\":" + RULES + "}")
                        .get("id")
                        .stringValue();
        api.post(policy + "/versions", "{\"rules\":" + RULES.replace("0.7", "0.6") + "}");
        api.post(policy + "/archive", "{\"version\":2}");
        api.post(policy + "/shadow", FIRST);
        api.post(policy + "/preview", FIRST);
        api.post(policy + "/activate", FIRST);
        api.post(policy + "/rollback", FIRST);
    }
}
