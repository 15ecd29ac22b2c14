package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import jakarta.persistence.EntityManagerFactory;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The forms of the administration, as a browser without scripts sends them. */
@OnH2
class AdministrationPageTests {

    private static final Actor BY = Actor.commandLine();
    private static final String PASSWORD = "nine owls over a quiet lake";

    private final People people;
    private final ApiKeys keys;
    private final Statistics statistics;
    private final Browser browser;
    private UUID root = new UUID(0, 0);

    AdministrationPageTests(@Autowired ApplicationContext context) {
        this.people = context.getBean(People.class);
        this.keys = context.getBean(ApiKeys.class);
        this.statistics = context.getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        this.browser = new Browser(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @BeforeEach
    void signIn() {
        root = people.create("Root", Role.ADMIN, PASSWORD, BY).id();
        browser.signIn("Root", PASSWORD);
    }

    /** Sends a form and follows to the page that tells what came of it. */
    private String after(String path, String body) {
        HttpResponse<String> answer = browser.send(
                "POST",
                path,
                body,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-CSRF-TOKEN",
                browser.token());
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser.get(path.startsWith("/admin/keys") ? "/admin/keys" : "/admin/people")
                .body();
    }

    @Test
    void theLastAdministratorCannotBeShutOutOrDemoted() {
        String own = "/admin/people/" + root;
        assertThat(after(own + "/disable", "")).contains("Nothing was changed", "is the last enabled admin");
        assertThat(after(own + "/role", "role=viewer")).contains("is the last enabled admin");
        assertThat(people.find(root).orElseThrow().enabled()).isTrue();
        assertThat(people.find(root).orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void anAccountThatThereIsNotIsSaidToBeUnknown() {
        assertThat(after("/admin/people/nonsense/disable", "")).contains("Nothing was changed");
        assertThat(after("/admin/people/" + new UUID(1, 2) + "/password", "")).contains("Nothing was changed");
    }

    @Test
    void aRoleThatThereIsNotMakesNobody() {
        assertThat(after("/admin/people", "name=Eve&role=emperor")).contains("Nothing was changed");
        assertThat(people.named("Eve")).isEmpty();
    }

    @Test
    void aKeyNeedsAScope() {
        assertThat(after("/admin/keys", "name=wiki")).contains("A key needs at least one scope.", "value=\"wiki\"");
        assertThat(keys.named("wiki")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/people", "/admin/keys"})
    void aPageAsksAsOftenForManyRowsAsForOne(String page) {
        add("a");
        long few = statements(page);
        for (int i = 0; i < 12; i++) {
            add("more " + i);
        }
        assertThat(statements(page)).isEqualTo(few).isLessThanOrEqualTo(2);
    }

    private void add(String name) {
        people.create(name, Role.VIEWER, BY);
        keys.create(name, Set.of(Scope.READ), BY);
    }

    private long statements(String page) {
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        return statistics.getPrepareStatementCount();
    }
}
