package dev.undertone.review.web.page;

import java.util.Optional;
import java.util.UUID;

/**
 * What was just done.
 *
 * @param words in words
 * @param item to which item
 * @param decision the decision that can be taken back, if there is one
 */
record Toast(String words, UUID item, Optional<UUID> decision) {}
