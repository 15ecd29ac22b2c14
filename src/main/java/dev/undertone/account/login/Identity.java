package dev.undertone.account.login;

import dev.undertone.account.ApiKeyDetails;
import dev.undertone.account.Caller;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who has been recognised, as the security context keeps it. */
public sealed interface Identity extends Serializable {

    /** What they may do. */
    Set<Scope> scopes();

    /** The caller, for a request from this address. */
    Caller caller(String address);

    /** This identity in the terms of Spring Security: the labels of the scopes are its authorities. */
    default Authentication authentication() {
        String[] labels = scopes().stream().map(Scope::label).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, AuthorityUtils.createAuthorityList(labels));
    }

    /**
     * Somebody who signed in.
     *
     * @param id who
     * @param name what they are called
     * @param role what they were here for when they signed in
     * @param epoch the session ends as soon as the account has another
     */
    record OfPerson(UUID id, String name, Role role, int epoch) implements Identity {

        /** The identity of a person as they are now. */
        static OfPerson now(PersonDetails person) {
            return new OfPerson(person.id(), person.name(), person.role(), person.epoch());
        }

        /** Whether this is still true of the account. */
        boolean holdsFor(PersonDetails person) {
            return person.enabled() && person.epoch() == epoch;
        }

        @Override
        public Set<Scope> scopes() {
            return role.scopes();
        }

        @Override
        public Caller caller(String address) {
            Actor actor = new Actor(Actor.Kind.PERSON, id.toString(), name, Optional.of(address));
            return new Caller(actor, scopes(), role.lead());
        }
    }

    /**
     * A system that showed a key. Only a key that may do everything answers for the work of others.
     *
     * @param id which key
     * @param name what it is called
     * @param scopes what it allows
     */
    record OfKey(UUID id, String name, Set<Scope> scopes) implements Identity {

        /** Copies the scopes. */
        public OfKey {
            scopes = Set.copyOf(scopes);
        }

        /** The identity behind a key. */
        static OfKey of(ApiKeyDetails key) {
            return new OfKey(key.id(), key.name(), key.scopes());
        }

        @Override
        public Caller caller(String address) {
            Actor actor = new Actor(Actor.Kind.API_KEY, id.toString(), name, Optional.of(address));
            return new Caller(actor, scopes, scopes.contains(Scope.ADMIN));
        }
    }
}
