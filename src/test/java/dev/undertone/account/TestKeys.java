package dev.undertone.account;

import dev.undertone.audit.Actor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** API keys for the programs of one test, made when they are first used. */
public final class TestKeys {

    private final ApiKeys keys;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    /** Makes keys here. */
    public TestKeys(ApiKeys keys) {
        this.keys = keys;
    }

    /** Shows the key of a program that may send in and read. */
    public RequestPostProcessor of(String program) {
        return of(program, EnumSet.of(Scope.SUBMIT, Scope.READ));
    }

    /** Shows the key of a program that may do everything. */
    public RequestPostProcessor ofAdministrator() {
        return of("administrator", EnumSet.allOf(Scope.class));
    }

    private RequestPostProcessor of(String program, Set<Scope> scopes) {
        String key = made.computeIfAbsent(program, name -> keys.create(name, scopes, Actor.service()));
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
            return request;
        };
    }
}
