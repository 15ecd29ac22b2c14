package dev.undertone.account.web;

/** The part of the list of {@link EveryDoorTests} that is about the page of the queue. */
final class QueueDoors {

    static final String LIST = """
            GET /queue                                    review
            GET /queue/list                               review
            GET /queue/rows                               review
            GET /queue/open                               review
            GET /queue/live                               review
            GET /queue/changes                            review
            POST /queue/next                              review
            GET /items/{id}                               review
            GET /items/{id}/words                         review
            POST /items/{id}/claim                        review
            POST /items/{id}/renew                        review
            POST /items/{id}/release                      review
            POST /items/{id}/hold                         review
            POST /items/{id}/notes                        review
            POST /items/{id}/decision                     review
            POST /items/{id}/undo                         review
            """;

    private QueueDoors() {}
}
