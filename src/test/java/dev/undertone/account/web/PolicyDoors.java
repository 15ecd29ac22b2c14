package dev.undertone.account.web;

/** The part of the list of {@link EveryDoorTests} that is about the pages of policies, models and the trail. */
final class PolicyDoors {

    static final String LIST = """
            GET /policies                                 policy,read
            GET /policies/new                             policy,read
            POST /policies                                policy
            GET /policies/{id}                            policy,read
            GET /policies/{id}/compare                    policy,read
            GET /policies/{id}/edit                       policy,read
            POST /policies/{id}/edit                      policy
            POST /policies/{id}/try                       policy
            POST /policies/{id}/drafts                    policy
            GET /policies/{id}/versions/{number}          policy,read
            POST /policies/{id}/versions/{number}/preview  policy
            POST /policies/{id}/versions/{number}/shadow  policy
            POST /policies/{id}/versions/{number}/activate  policy
            POST /policies/{id}/versions/{number}/rollback  policy
            POST /policies/{id}/versions/{number}/archive  policy
            GET /models                                   read
            GET /models/{id}                              read
            GET /models/{id}/compare                      read
            POST /models/{id}/activate                    admin
            POST /models/rollback                         admin
            GET /audit                                    audit
            GET /audit/check                              audit
            GET /audit/head.json                          audit
            GET /audit/entries.csv                        audit
            """;

    private PolicyDoors() {}
}
