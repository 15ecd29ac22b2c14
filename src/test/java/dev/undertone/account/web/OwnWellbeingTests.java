package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody had on screen and chose for themselves is shown to nobody else, whatever they open. */
@OnH2
class OwnWellbeingTests {

    /** 41,273 minutes, in the forms in which numbers are written, and a queue that nobody else knows of. */
    private static final Pattern MARK =
            Pattern.compile("(?<![0-9a-f.-])(41,?273|2,?476,?380)(?![0-9a-f-])|marked-queue-q7x");

    private static final String PASSWORD = "nine owls over a quiet lake";

    private final ApplicationContext context;
    private final People people;
    private final ApiKeys keys;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final int port;

    private UUID marked = new UUID(0, 0);

    OwnWellbeingTests(
            @Autowired ApplicationContext context,
            @Autowired People people,
            @Autowired ApiKeys keys,
            @Autowired JdbcClient jdbc,
            @Autowired MovableClock clock) {
        this.context = context;
        this.people = people;
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @BeforeEach
    void mark() {
        marked = people.create("Marked", Role.MODERATOR, PASSWORD, Actor.commandLine())
                .id();
        jdbc.sql("insert into wellbeing_choice (person_id, budget_minutes, veil, skipped_queues, quiet_until)"
                        + " values (?, 697, 'ALL', 'marked-queue-q7x', null)")
                .param(marked)
                .update();
        jdbc.sql("""
                insert into wellbeing_day (person_id, on_day, shown_seconds, anger_seconds, fear_seconds,
                    sadness_seconds, turns, last_beat_at) values (?, ?, 2476380, 2476380, 0, 0, 0, ?)
                """)
                .params(
                        marked,
                        LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void whoItIsAboutSeesIt() {
        Browser browser = new Browser(port);
        browser.signIn("Marked", PASSWORD);

        assertThat(browser.get("/you").body()).contains("41273", "marked-queue-q7x", "697");
        assertThat(browser.get("/you/week.csv").body()).contains("41273");
        assertThat(browser.get("/you/day").body()).contains("41273", "697");
    }

    static Stream<Visitor> visitors() {
        return Visitor.all();
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void nobodyElseFindsItAnywhere(Visitor visitor) {
        Visitor.Door door = visitor.arrive(people, keys, port);
        Set<String> leaks = new TreeSet<>();
        for (String endpoint : Endpoints.of(context)) {
            if (endpoint.startsWith("GET ")) {
                String path =
                        endpoint.substring("GET ".length()).replace("/**", "").replaceAll("\\{[^}]+}", marked + "");
                String body = door.knock("GET", path).body();
                if (MARK.matcher(body).find()) {
                    leaks.add(endpoint);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void nothingOfItIsInTheTrail() {
        Browser browser = new Browser(port);
        browser.signIn("Marked", PASSWORD);
        long before = entries();
        String token = browser.token();
        for (String form : List.of(
                "/you/wellbeing?budget=31&veil=HEAVY&skip=care",
                "/you/break/later",
                "/you/exposure?seconds=5&item=" + marked)) {
            assertThat(browser.send("POST", form, "", "X-CSRF-TOKEN", token).statusCode())
                    .as(form)
                    .isIn(204, 302);
        }

        assertThat(jdbc.sql("select veil from wellbeing_choice")
                        .query(String.class)
                        .single())
                .isEqualTo("HEAVY");
        assertThat(entries()).isEqualTo(before);
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    /** What reads the tables is in one package, so that no report, export or command can. */
    @Test
    void noOtherModuleNamesTheTables() throws IOException {
        Path main = Path.of("src/main/java/dev/undertone");
        try (Stream<Path> files = Files.walk(main)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> read(file).contains("wellbeing_"))
                            .map(file -> main.relativize(file).getName(0).toString()))
                    .containsOnly("wellbeing");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
