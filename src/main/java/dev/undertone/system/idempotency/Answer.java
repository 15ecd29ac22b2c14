package dev.undertone.system.idempotency;

import java.util.Optional;

/**
 * What a request was answered with.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param location of what was created
 * @param body as it was sent
 */
record Answer(int status, Optional<String> contentType, Optional<String> location, String body) {}
