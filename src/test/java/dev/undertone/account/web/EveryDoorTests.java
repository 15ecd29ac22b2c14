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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Everybody tries every endpoint there is; only what the list below grants lets them in. */
@OnH2
class EveryDoorTests {

    private static final String LET_IN = "let in";
    private static final String REFUSED = "refused";
    private static final String UNKNOWN = "asked who they are";

    private static final Map<String, Set<String>> EXPECTED = EveryDoor.lines()
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
            // Forms that anybody may send, among them the one that ends the session.
            if (granted.contains("form")) {
                continue;
            }
            String answer = answerOf(door, endpoint);
            if (!answersTo(visitor, endpoint, granted).contains(answer)) {
                wrong.add(endpoint + " is granted to " + granted + "; this visitor was " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whoever is nobody is asked who they are wherever somebody could be let in. */
    private static Set<String> answersTo(Visitor visitor, String endpoint, Set<String> granted) {
        Set<String> scopes = isClosedToKeys(visitor, endpoint) ? Set.of() : visitor.scopes();
        if (granted.contains("closed")) {
            return Set.of(UNKNOWN, REFUSED);
        }
        if (granted.contains("open") || granted.stream().anyMatch(scopes::contains)) {
            return Set.of(LET_IN);
        }
        if (!scopes.isEmpty()) {
            return Set.of(REFUSED);
        }
        // The form of a page without its token is taken for a forged one before anybody asks who sent it.
        return endpoint.startsWith("GET ") || endpoint.contains(" /api/") ? Set.of(UNKNOWN) : Set.of(UNKNOWN, REFUSED);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/admin/users/",
                "/api/v1/admin;x/users",
                "/api/v1/admin/users;x",
                "//api/v1/admin/users",
                "/api//v1/admin/users",
                "/API/v1/admin/users",
                "/api/v1/me/../admin/users",
                "/api/v1/classify/../admin/users",
                "/batch/../api/v1/admin/users",
                "/api/v1/%61dmin/users",
                "/api/v1/admin%2fusers",
                "/batch/%2e%2e/api/v1/admin/users",
                "/css/..;/api/v1/admin/users"
            })
    void noWayOfWritingAPathGoesAroundTheDoor(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isIn(400, 401, 403, 404);
    }

    @Test
    void theListNamesOnlyScopesThatThereAre() {
        Set<String> words = EXPECTED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        words.removeAll(Set.of("open", "closed", "form", "any"));
        assertThat(Arrays.stream(dev.undertone.account.Scope.values()).map(dev.undertone.account.Scope::label))
                .containsAll(words);
    }
}
