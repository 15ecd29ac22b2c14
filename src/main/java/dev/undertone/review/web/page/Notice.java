package dev.undertone.review.web.page;

/**
 * What did not go as somebody wanted.
 *
 * @param sort {@code conflict}, {@code lease}, {@code wrong} or {@code information}
 * @param what what happened
 * @param next whether anything was lost, and what to do next
 */
record Notice(String sort, String what, String next) {}
