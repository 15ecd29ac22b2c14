package dev.undertone.account;

import dev.undertone.audit.Actor;
import java.util.Set;

/**
 * Who sent a request, and what they may do. A controller takes one as a parameter.
 *
 * @param actor who it is
 * @param scopes what they may do
 * @param lead whether they answer for the work of others
 */
public record Caller(Actor actor, Set<Scope> scopes, boolean lead) {

    /** Copies the scopes. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
