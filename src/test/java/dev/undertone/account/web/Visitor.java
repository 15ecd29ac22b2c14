package dev.undertone.account.web;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody who tries every door: each role with a session, each scope with a key, and those who should be nobody. */
sealed interface Visitor {

    /** The scopes that this visitor should be let in with; empty if they should be nobody. */
    Set<String> scopes();

    /** Makes them, and gives what they try a door with. */
    Door arrive(People people, ApiKeys keys, int port);

    /** All of them. */
    static Stream<Visitor> all() {
        return Stream.of(
                        Arrays.stream(Role.values()).map(InSession::new),
                        Arrays.stream(Scope.values()).map(WithKey::new),
                        Stream.of(new Revoked(), new ShutOut(), new Nobody()))
                .flatMap(kind -> kind);
    }

    /** A way to send a request. */
    interface Door {
        HttpResponse<String> knock(String method, String path);
    }

    /** Somebody who signed in, and sends the token of their pages along. */
    record InSession(Role role) implements Visitor {

        @Override
        public Set<String> scopes() {
            return switch (role) {
                case VIEWER -> Set.of("any", "read");
                case MODERATOR -> Set.of("any", "read", "review");
                case LEAD -> Set.of("any", "read", "review", "audit");
                case POLICY_OWNER -> Set.of("any", "read", "policy", "audit");
                case ADMIN -> Set.of("any", "submit", "read", "review", "policy", "audit", "admin");
            };
        }

        @Override
        public Door arrive(People people, ApiKeys keys, int port) {
            Browser browser = signedIn(people, role, port);
            String token = browser.token();
            return (method, path) -> send(browser, method, path, Optional.of(token), Optional.empty());
        }
    }

    /** A system with a key that has one scope. */
    record WithKey(Scope scope) implements Visitor {

        @Override
        public Set<String> scopes() {
            return Set.of("any", scope.label());
        }

        @Override
        public Door arrive(People people, ApiKeys keys, int port) {
            String key = keys.create("key", Set.of(scope), Actor.commandLine());
            Browser program = new Browser(port);
            return (method, path) -> send(program, method, path, Optional.empty(), Optional.of(key));
        }
    }

    /** A system with a key that could do everything until it was revoked. */
    record Revoked() implements Visitor {

        @Override
        public Set<String> scopes() {
            return Set.of();
        }

        @Override
        public Door arrive(People people, ApiKeys keys, int port) {
            String key = keys.create("key", Set.of(Scope.values()), Actor.commandLine());
            keys.revoke(keys.named("key").orElseThrow().id(), Actor.commandLine());
            Browser program = new Browser(port);
            return (method, path) -> send(program, method, path, Optional.empty(), Optional.of(key));
        }
    }

    /** An admin who was shut out while signed in. */
    record ShutOut() implements Visitor {

        @Override
        public Set<String> scopes() {
            return Set.of();
        }

        @Override
        public Door arrive(People people, ApiKeys keys, int port) {
            Browser browser = signedIn(people, Role.ADMIN, port);
            String token = browser.token();
            people.create("Other", Role.ADMIN, Actor.commandLine());
            people.disable(people.named("Visitor").orElseThrow().id(), Actor.commandLine());
            return (method, path) -> send(browser, method, path, Optional.of(token), Optional.empty());
        }
    }

    /** Anybody. */
    record Nobody() implements Visitor {

        @Override
        public Set<String> scopes() {
            return Set.of();
        }

        @Override
        public Door arrive(People people, ApiKeys keys, int port) {
            return (method, path) -> send(new Browser(port), method, path, Optional.empty(), Optional.empty());
        }
    }

    /** A browser in which somebody of this role has signed in. */
    static Browser signedIn(People people, Role role, int port) {
        String password = people.create("Visitor", role, Actor.commandLine());
        Browser browser = new Browser(port);
        browser.signIn("Visitor", password);
        return browser;
    }

    private static HttpResponse<String> send(
            Browser browser, String method, String path, Optional<String> token, Optional<String> key) {
        String header = key.isPresent() ? "Authorization" : "X-CSRF-TOKEN";
        String value = key.map(one -> "Bearer " + one).or(() -> token).orElse("none");
        return browser.send(method, path, "{}", "Content-Type", "application/json", header, value);
    }
}
