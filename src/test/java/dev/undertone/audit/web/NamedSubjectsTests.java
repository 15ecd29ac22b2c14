package dev.undertone.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page calls people and keys by their names for as long as they are there. */
@OnH2
final class NamedSubjectsTests {

    private final People people;
    private final ApiKeys keys;
    private final JdbcTemplate jdbc;
    private final MockMvcTester http;
    private Identity.@Nullable OfPerson auditor;

    NamedSubjectsTests(@Autowired ApplicationContext context) {
        this.people = context.getBean(People.class);
        this.keys = context.getBean(ApiKeys.class);
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.http = context.getBean(MockMvcTester.class);
    }

    @BeforeEach
    void count() {
        people.create("Lea", Role.LEAD, Actor.commandLine());
        PersonDetails lea = people.named("Lea").orElseThrow();
        auditor = new Identity.OfPerson(lea.id(), lea.name(), lea.role(), lea.epoch());
        jdbc.execute("set query_statistics_max_entries 1000");
        jdbc.execute("set query_statistics true");
    }

    @AfterEach
    void countNoMore() {
        jdbc.execute("set query_statistics false");
    }

    @Test
    void aPersonAndAKeyAreCalledByTheirNames() {
        create("Olga Petrova");
        keys.create("forum bridge", Set.of(Scope.READ), Actor.commandLine());

        assertThat(page()).contains("added person Olga Petrova as moderator.", "made API key forum bridge.");
    }

    @Test
    void ofWhoIsGoneTheEndOfTheIdRemains() {
        String id = create("Olga Petrova").id().toString();
        jdbc.update("delete from person where id = ?", UUID.fromString(id));

        assertThat(page())
                .contains("added person " + id.substring(id.length() - 8) + " as moderator.")
                .doesNotContain("Olga");
    }

    @Test
    void manyNamesTakeAsManyStatementsAsOne() {
        create("Person 0");
        long few = statements();
        for (int i = 1; i < 20; i++) {
            create("Person " + i);
        }

        assertThat(statements()).isEqualTo(few);
    }

    private PersonDetails create(String name) {
        people.create(name, Role.MODERATOR, Actor.commandLine());
        return people.named(name).orElseThrow();
    }

    private long statements() {
        page();
        long before = counted();
        assertThat(page()).contains("added person Person 0 as moderator.");
        return counted() - before;
    }

    private long counted() {
        Long count = jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics", Long.class);
        return count == null ? 0 : count;
    }

    private String page() {
        MvcTestResult answer = http.get()
                .uri("/audit")
                .with(SignedIn.as(Objects.requireNonNull(auditor)))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
