package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.account.login.Identity;
import dev.undertone.database.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever is taken down can be read by people who know no action names. */
@OnH2
final class DeedsInWordsTests {

    private static final Pattern ACTION = Pattern.compile("\"((?:submission|reviewable|decision|policy|checkpoint|file|"
            + "person|key|setting|author|demonstration|login)\\.[a-z.-]+)\"");
    private static final Path KNOWN = Path.of("src/main/java/dev/undertone/audit/web/page/Deeds.java");

    private final ApplicationContext context;

    DeedsInWordsTests(@Autowired ApplicationContext context) {
        this.context = context;
    }

    @AfterEach
    void removeTheChangedSettings() throws IOException {
        String folder = context.getEnvironment().getRequiredProperty("undertone.data-dir");
        Files.deleteIfExists(Path.of(folder, "settings.properties"));
    }

    @Test
    void everyActionThatAnEndpointTakesDownHasASentenceAndAName() {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        String key = context.getBean(ApiKeys.class).create("walker", EnumSet.allOf(Scope.class), Actor.service());
        People people = context.getBean(People.class);
        people.create("Walker", Role.ADMIN, Actor.service());
        PersonDetails made = people.named("Walker").orElseThrow();
        SampleCalls.make(
                new RecordedApi(context.getBean(MockMvcTester.class), jdbc, key),
                new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch()));

        List<String> actions = jdbc.queryForList("select distinct action from audit_entry", String.class);

        MessageSource messages = context.getBean(MessageSource.class);
        assertThat(actions).hasSizeGreaterThan(10).allSatisfy(action -> inWords(action, messages));
    }

    @Test
    void soHasEveryActionThatStandsInTheProgramAndEachCanBeFilteredBy() throws IOException {
        MessageSource messages = context.getBean(MessageSource.class);
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                ACTION.matcher(Files.readString(source)).results().forEach(found -> named.add(found.group(1)));
            }
        }

        assertThat(named).hasSizeGreaterThan(30).contains("reviewable.erased").allSatisfy(action -> {
            inWords(action, messages);
            assertThat(Files.readString(KNOWN)).contains('"' + action + '"');
        });
    }

    private static void inWords(String action, MessageSource messages) {
        assertThat(messages.getMessage("audit.did." + action, new Object[] {"1", "2"}, "", Locale.ENGLISH))
                .isNotEmpty();
        assertThat(messages.getMessage("audit.action." + action, null, "", Locale.ENGLISH))
                .isNotEmpty();
    }
}
