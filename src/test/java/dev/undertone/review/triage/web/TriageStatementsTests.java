package dev.undertone.review.triage.web;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.review.ReviewCases;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No page asks the database more often because there is more to show. */
@OnH2
class TriageStatementsTests extends ReviewCases {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private People people;

    private Identity.OfPerson mira;

    @BeforeEach
    void countStatements() {
        people.create("Mira", Role.MODERATOR, Actor.commandLine());
        PersonDetails person = people.named("Mira").orElseThrow();
        mira = new Identity.OfPerson(person.id(), person.name(), person.role(), person.epoch());
        jdbc.sql("set query_statistics true").update();
    }

    @AfterEach
    void countNoMore() {
        jdbc.sql("set query_statistics false").update();
    }

    @Test
    void manyItemsTakeAsManyStatementsAsOne() {
        hold(CONDUCT, 0.95);
        statements("/triage");
        long one = statements("/triage");
        holdAll(CONDUCT, 0.95, 30);

        assertThat(statements("/triage")).isEqualTo(one).isLessThan(20);
    }

    @Test
    void manyItemsOfARangeTakeAsManyStatementsAsOne() {
        hold(CONDUCT, 0.95);
        statements("/triage/range");
        long one = statements("/triage/range");
        holdAll(CONDUCT, 0.95, 30);

        assertThat(statements("/triage/range")).isEqualTo(one).isLessThan(14);
    }

    @Test
    void theLineInTheFrameTakesFewStatements() {
        statements("/you/day");

        // Who asks, what they chose and had on screen, and what they decided.
        assertThat(statements("/you/day")).isLessThan(6);
    }

    @Test
    void theOwnPageTakesFew() {
        hold(CONDUCT, 0.95);

        assertThat(statements("/you")).isLessThan(10);
    }

    private long statements(String uri) {
        // A value that is new each time, as H2 answers the same query twice from memory.
        jdbc.sql("update reviewable set checkpoint = ?")
                .param(UUID.randomUUID().toString())
                .update();
        jdbc.sql("set query_statistics false").update();
        jdbc.sql("set query_statistics true").update();
        MvcTestResult answer = http.get().uri(uri).with(SignedIn.as(mira)).exchange();
        assertThat(answer).hasStatusOk();
        return jdbc.sql("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where sql_statement not like '%query_statistics%'")
                .query(Long.class)
                .single();
    }
}
