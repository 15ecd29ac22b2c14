package dev.undertone.review.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No query in a loop: pages take the same number of statements however many rows they show. The database counts. */
@OnH2
class StatementsTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Intake intake;

    @Autowired
    People people;

    @Autowired
    MockMvcTester http;

    private Identity.OfPerson lead;

    @BeforeEach
    void count() {
        people.create("Lea", Role.LEAD, Actor.service());
        PersonDetails made = people.named("Lea").orElseThrow();
        lead = new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
        jdbc.execute("set query_statistics_max_entries 1000");
        jdbc.execute("set query_statistics true");
    }

    @AfterEach
    void countNoMore() {
        jdbc.execute("set query_statistics false");
    }

    @Test
    void aListTakesTheSameNumberOfStatementsHoweverManyRows() {
        hold(5);
        long few = statements("/queue", 5);
        hold(45);
        long many = statements("/queue", 50);

        assertThat(many).isEqualTo(few);
    }

    @Test
    void anItemTakesTheSameNumberHoweverMuchItsAuthorDid() {
        hold(2);
        String address = "/items/" + newest();
        long few = statements(address, 2);
        jdbc.update("update submission set author = 'other'");
        hold(30);
        address = "/items/" + newest();

        assertThat(statements(address, 32)).isEqualTo(few);
    }

    private String newest() {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select id from reviewable order by id desc fetch first 1 row only", String.class));
    }

    private void hold(int count) {
        for (int i = 0; i < count; i++) {
            intake.submit(
                    new NewSubmission(
                            Optional.empty(), "forum", Optional.of("a7f2"), "I am furious " + i, Optional.empty()),
                    Actor.service());
        }
    }

    private long statements(String address, int rows) {
        look(address);
        long before = counted();
        MvcTestResult page = look(address);
        long after = counted();
        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .satisfies(html -> assertThat(html.split("id=\"row-", -1)).hasSize(rows + 1));
        return after - before;
    }

    private MvcTestResult look(String address) {
        return http.get().uri(address).with(SignedIn.as(lead)).exchange();
    }

    private long counted() {
        Long count = jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics", Long.class);
        return count == null ? 0 : count;
    }
}
