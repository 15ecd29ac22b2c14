package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Nonsense at every endpoint: whatever is sent, the caller is told what was wrong and nothing of what is inside. */
final class NonsenseTests {

    private static final Logger LOG = LoggerFactory.getLogger(NonsenseTests.class);

    private static final int REQUESTS = Form.of(1500, 20_000);
    private static final long SEED = Long.getLong("undertone.drills.seed", 20260105);

    /** Names of classes, of files and of tables have no business in an answer, nor have pieces of SQL. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:dev\\.undertone|org\\.(?:springframework|hibernate|h2|postgresql|apache)|java\\.(?:lang|util|sql)"
                    + "|jakarta|tools\\.jackson|com\\.zaxxer)\\.|Exception\\b|\\.java:\\d|\\bat [a-z]+\\.[a-z.]+\\("
                    + "|(?i:insert into |select .{1,80} from |update \\w+ set |violates |constraint \\[|SQLState)"
                    + "|/(?:work|tmp|home|root|usr|var)/");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired Environment environment, @Autowired ApiKeys keys) {
            super(environment, keys);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired Environment environment, @Autowired ApiKeys keys) {
            super(environment, keys);
        }
    }

    abstract static class Cases {

        private final Environment environment;
        private final ApiKeys keys;
        private int keysMade;

        Cases(Environment environment, ApiKeys keys) {
            this.environment = environment;
            this.keys = keys;
        }

        @Test
        void isRefusedInPlainWords() {
            Api api = new Api(environment.getRequiredProperty("local.server.port", Integer.class), newKey());
            List<Endpoint> endpoints = Endpoint.of(api.get("/v3/api-docs").body());
            Nonsense nonsense = new Nonsense(SEED);
            NonsenseRequests requests = new NonsenseRequests(api.port(), nonsense);
            Map<String, String> faults = new TreeMap<>();
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (int i = 0; i < REQUESTS; i++) {
                Endpoint endpoint = endpoints.get(i % endpoints.size());
                HttpRequest request = requests.to(endpoint, api.key());
                HttpResponse<String> answer = Api.exchange(request);
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                String sent = "request " + i + " " + request + "\n" + shortened(answer.body());
                fault(endpoint, answer).ifPresent(fault -> faults.putIfAbsent(endpoint + " " + fault, sent));
                remember(nonsense, answer.body());
                if (answer.statusCode() == 401
                        && api.get("/api/v1/audit?limit=1").status() == 401) {
                    // A request that made sense after all has revoked it.
                    api = api.as(newKey());
                }
            }
            LOG.info("{} requests of nonsense were answered {}", REQUESTS, statuses);
            assertThat(faults).as("seed " + SEED).isEmpty();
            assertThat(statuses.keySet())
                    .as("some of it made sense, some did not")
                    .contains(200, 400, 404);
        }

        private String newKey() {
            return keys.create("nonsense-" + keysMade++, EnumSet.allOf(Scope.class), Actor.commandLine());
        }

        private static Optional<String> fault(Endpoint endpoint, HttpResponse<String> answer) {
            if (answer.statusCode() >= 500) {
                return Optional.of("answers " + answer.statusCode());
            }
            Matcher inside = INSIDE.matcher(answer.body());
            if (answer.statusCode() >= 400 && inside.find()) {
                return Optional.of("shows " + inside.group());
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean silent = answer.request().method().equals("HEAD");
            if (answer.statusCode() >= 400 && !silent && !type.equals("application/problem+json")) {
                return Optional.of("refuses " + answer.statusCode() + " in \"" + type + "\" " + endpoint.method());
            }
            return Optional.empty();
        }

        private static String shortened(String body) {
            return body.substring(0, Math.min(body.length(), 300));
        }

        private static void remember(Nonsense nonsense, String body) {
            Matcher id = ID.matcher(body);
            for (int i = 0; i < 3 && id.find(); i++) {
                nonsense.remember(id.group());
            }
            Matcher next = NEXT.matcher(body);
            if (next.find()) {
                nonsense.remember(next.group(1));
            }
        }
    }
}
