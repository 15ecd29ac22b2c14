package dev.undertone.audit;

import java.time.Instant;

/**
 * One entry of the trail.
 *
 * @param sequence its place in the chain, from 1 on
 * @param at when it happened
 * @param by who did it
 * @param change what they did
 * @param previousHash the hash of the entry before it, in hexadecimal
 * @param hash its own
 */
public record AuditEntry(long sequence, Instant at, Actor by, Change change, String previousHash, String hash) {}
