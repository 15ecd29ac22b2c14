package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.database.OnH2;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Everybody tries every endpoint there is; only what the list below grants lets them in. */
@OnH2
class EveryDoorTests {

    /**
     * One line an endpoint: method, path, and the scopes of which one lets in; {@code any} for whoever is anybody,
     * {@code open} for all. Whoever adds an endpoint adds a line. Lines may stand here before their endpoint does.
     */
    private static final String LIST = """
            GET /                                         open
            POST /                                        open
            GET /batch                                    open
            POST /batch                                   open
            GET /batch/{id}                               open
            GET /batch/{id}/progress                      open
            GET /batch/{id}/result.csv                    open
            GET /batch/{id}/result.jsonl                  open
            GET /batch/{id}/bad-rows.csv                  open
            POST /batch/{id}/cancel                       open
            POST /batch/{id}/forget                       open
            POST /api/v1/classify                         open
            GET /insights                                 read
            GET /insights/{chart}.csv                     read
            GET /login                                    open
            POST /login                                   form
            POST /logout                                  form
            GET /triage                                   review
            GET /triage/range                             review
            GET /triage/histogram.csv                     review
            POST /triage/decide                           review
            POST /triage/undo/{id}                        review
            GET /you                                      any
            GET /you/day                                  any
            GET /you/week.csv                             any
            POST /you/wellbeing                           any
            POST /you/exposure                            any
            POST /you/break/later                         any
            GET /error                                    open
            POST /error                                   closed
            GET /v3/api-docs                              open
            GET /v3/api-docs.yaml                         closed
            GET /actuator/health                          open
            GET /actuator/health/**                       open
            GET /actuator/prometheus                      open
            GET /api/v1/me                                any
            GET /api/v1/admin/users                       admin
            POST /api/v1/admin/users                      admin
            POST /api/v1/admin/users/{id}/disable         admin
            POST /api/v1/admin/users/{id}/enable          admin
            POST /api/v1/admin/users/{id}/role            admin
            POST /api/v1/admin/users/{id}/password        admin
            GET /api/v1/admin/api-keys                    admin
            POST /api/v1/admin/api-keys                   admin
            POST /api/v1/admin/api-keys/{id}/revoke       admin
            POST /api/v1/submissions                      submit
            POST /api/v1/submissions/batch                submit
            GET /api/v1/submissions                       read
            GET /api/v1/submissions/{id}                  read
            POST /api/v1/submissions/files                submit
            GET /api/v1/submissions/files                 read
            GET /api/v1/submissions/files/{id}            read
            GET /api/v1/submissions/files/{id}/rejected   read
            POST /api/v1/submissions/files/{id}/cancel    submit
            DELETE /api/v1/submissions/files/{id}         submit
            GET /api/v1/policies                          policy,read
            POST /api/v1/policies                         policy
            GET /api/v1/policies/{id}                     policy,read
            POST /api/v1/policies/{id}/versions           policy
            GET /api/v1/policies/{id}/versions/{number}   policy,read
            POST /api/v1/policies/{id}/preview            policy
            POST /api/v1/policies/{id}/shadow             policy
            POST /api/v1/policies/{id}/activate           policy
            POST /api/v1/policies/{id}/rollback           policy
            POST /api/v1/policies/{id}/archive            policy
            GET /api/v1/reviewables                       review
            GET /api/v1/reviewables/counts                review
            GET /api/v1/reviewables/{id}                  review
            POST /api/v1/reviewables/next                 review
            POST /api/v1/reviewables/{id}/claim           review
            POST /api/v1/reviewables/{id}/renew           review
            POST /api/v1/reviewables/{id}/release         review
            POST /api/v1/reviewables/{id}/hold            review
            POST /api/v1/reviewables/{id}/unhold          review
            POST /api/v1/reviewables/{id}/notes           review
            POST /api/v1/reviewables/{id}/decision        review
            POST /api/v1/reviewables/decisions            review
            GET /api/v1/decisions                         review
            POST /api/v1/decisions/{id}/undo              review
            GET /api/v1/audit                             audit
            GET /api/v1/audit/head                        audit
            GET /api/v1/audit/verify                      audit
            DELETE /api/v1/authors/{ref}                  admin
            GET /api/v1/admin/checkpoints                 admin
            POST /api/v1/admin/checkpoints                admin
            POST /api/v1/admin/checkpoints/rollback       admin
            GET /api/v1/admin/settings                    admin
            POST /api/v1/admin/settings                   admin
            """;

    private static final String LET_IN = "let in";
    private static final String REFUSED = "refused";
    private static final String UNKNOWN = "asked who they are";

    private static final Map<String, Set<String>> EXPECTED = LIST.lines()
            .map(line -> line.trim().split("\\s{2,}"))
            .collect(Collectors.toMap(line -> line[0], line -> Set.of(line[1].split(","))));

    private final ApplicationContext context;
    private final People people;
    private final ApiKeys keys;
    private final int port;

    EveryDoorTests(@Autowired ApplicationContext context, @Autowired People people, @Autowired ApiKeys keys) {
        this.context = context;
        this.people = people;
        this.keys = keys;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Test
    void everyEndpointIsInTheList() {
        Set<String> unlisted = new TreeSet<>(Endpoints.of(context));
        unlisted.removeAll(EXPECTED.keySet());
        assertThat(unlisted)
                .as("endpoints that nobody has decided about; add a line to the list")
                .isEmpty();
    }

    static Stream<Visitor> visitors() {
        return Visitor.all();
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void nobodyGetsFurtherThanTheListSays(Visitor visitor) {
        Visitor.Door door = visitor.arrive(people, keys, port);
        Set<String> wrong = new TreeSet<>();
        for (String endpoint : Endpoints.of(context)) {
            Set<String> granted = EXPECTED.getOrDefault(endpoint, Set.of());
            if (granted.contains("form")) {
                // Signing out would end the visit.
                continue;
            }
            String answer = answerOf(door, endpoint);
            Set<String> scopes = isClosedToKeys(visitor, endpoint) ? Set.of() : visitor.scopes();
            if (!answersTo(scopes, granted).contains(answer) && !isForged(scopes, endpoint, answer)) {
                wrong.add(endpoint + " is granted to " + granted + "; this visitor was " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whoever is nobody is asked who they are wherever somebody could be let in. */
    private static Set<String> answersTo(Set<String> scopes, Set<String> granted) {
        if (granted.contains("closed")) {
            return Set.of(UNKNOWN, REFUSED);
        }
        if (granted.contains("open") || granted.stream().anyMatch(scopes::contains)) {
            return Set.of(LET_IN);
        }
        return Set.of(scopes.isEmpty() ? UNKNOWN : REFUSED);
    }

    /** Without a session nobody has the token of a page's form; that is said before anybody is asked who they are. */
    private static boolean isForged(Set<String> scopes, String endpoint, String answer) {
        boolean form = !endpoint.startsWith("GET ") && !endpoint.contains(" /api/");
        return scopes.isEmpty() && form && answer.equals(REFUSED);
    }

    /** Pages are for people: a key opens none of them. */
    private static boolean isClosedToKeys(Visitor visitor, String endpoint) {
        return visitor instanceof Visitor.WithKey && !endpoint.contains(" /api/");
    }

    private static String answerOf(Visitor.Door door, String endpoint) {
        String[] parts = endpoint.split(" ", -1);
        String path = parts[1].replace("/**", "").replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
        HttpResponse<String> answer = door.knock(parts[0], path);
        return switch (answer.statusCode()) {
            case 401 -> UNKNOWN;
            case 302 -> leadsToTheLogin(answer, parts[0]) ? UNKNOWN : LET_IN;
            case 403 -> REFUSED;
            default -> LET_IN;
        };
    }

    /** A page that was wanted is remembered; one that sends people to the login by itself remembers none. */
    private static boolean leadsToTheLogin(HttpResponse<String> answer, String method) {
        String to = answer.headers().firstValue("Location").orElse("");
        return to.contains("/login?next=") || (to.endsWith("/login") && !method.equals("GET"));
    }

    @Test
    void whatASessionChangesNeedsTheTokenOfThePage() {
        Browser browser = Visitor.signedIn(people, Role.ADMIN, port);
        Set<String> lax = Endpoints.of(context).stream()
                .filter(endpoint -> !endpoint.startsWith("GET "))
                .filter(endpoint -> !EXPECTED.getOrDefault(endpoint, Set.of()).contains("open"))
                .filter(endpoint -> !answerOf(
                                (method, path) -> browser.send(method, path, "{}", "Content-Type", "application/json"),
                                endpoint)
                        .equals(REFUSED))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lax).isEmpty();
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionGivesAWrongKeyNothing() {
        Browser browser = Visitor.signedIn(people, Role.ADMIN, port);
        for (String header : new String[] {"Bearer ut_wrong", "Basic YWRtaW46YWRtaW4=", "Bearer", ""}) {
            assertThat(browser.get("/api/v1/me", "Authorization", header).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void theListNamesOnlyScopesThatThereAre() {
        Set<String> words = EXPECTED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        words.removeAll(Set.of("open", "closed", "form", "any"));
        assertThat(Arrays.stream(dev.undertone.account.Scope.values()).map(dev.undertone.account.Scope::label))
                .containsAll(words);
    }
}
