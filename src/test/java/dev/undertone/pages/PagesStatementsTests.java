package dev.undertone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.moderation.policies.PolicyShelf;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No query in a loop: every page takes the same number of statements however many rows stand behind it. */
@OnH2
class PagesStatementsTests {

    private static final int FEW = 12;
    private static final int MANY = 150;

    @Autowired
    ApplicationContext service;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester http;

    private Identity.OfPerson admin;

    @BeforeEach
    void signIn() {
        People people = service.getBean(People.class);
        people.create("Ada", Role.ADMIN, Actor.commandLine());
        PersonDetails made = people.named("Ada").orElseThrow();
        admin = new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
    }

    @AfterEach
    void countNoMore() {
        jdbc.execute("set query_statistics false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queue",
                "/queue?status=done",
                "/queue/list",
                "/queue/open",
                "/items/{open}",
                "/items/{decided}",
                "/triage",
                "/triage/range",
                "/triage/histogram.csv",
                "/policies",
                "/policies/{policy}",
                "/policies/{policy}/compare?older=1&newer=2",
                "/policies/{policy}/versions/1",
                "/policies/{policy}/versions/2",
                "/policies/{policy}/edit?from=1",
                "/insights?days=90",
                "/audit",
                "/audit?actor=Mira",
                "/audit?action=decision.made",
                "/admin",
                "/admin/people",
                "/admin/keys",
                "/admin/demo",
                "/you",
                "/you/day",
                "/models",
                "/api/v1/submissions",
                "/api/v1/submissions/files",
                "/api/v1/reviewables",
                "/api/v1/reviewables/counts",
                "/api/v1/decisions",
                "/api/v1/policies",
                "/api/v1/audit",
                "/api/v1/admin/users",
                "/api/v1/admin/api-keys"
            })
    void moreRowsTakeNoMoreStatements(String address) {
        Stock stock = new Stock(service, new Extent(FEW, 0.5, 0.5, 1));
        stock.fill(admin.id());
        stock.surround(FEW);
        long few = statements(address);
        stock.more(MANY);

        // The newest audit entries may be about fewer sorts of things than before.
        assertThat(statements(address)).isLessThanOrEqualTo(few).isPositive();
    }

    private long statements(String address) {
        // What is read once and kept is read before anything is counted.
        look(address);
        service.getBean(dev.undertone.insights.Insights.class).forget();
        jdbc.execute("set query_statistics false");
        jdbc.execute("set query_statistics true");
        MvcTestResult page = look(address);
        long statements = counted();
        assertThat(page).hasStatusOk();
        return statements;
    }

    private MvcTestResult look(String address) {
        String uri = address.replace("{open}", item("OPEN"))
                .replace("{decided}", item("DECIDED"))
                .replace("{policy}", policy());
        return http.get().uri(uri).with(SignedIn.as(admin)).exchange();
    }

    private String policy() {
        return service.getBean(PolicyShelf.class).judging().policyId().toString();
    }

    private String item(String status) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select id from reviewable where status = ? order by id desc fetch first 1 row only",
                String.class,
                status));
    }

    private long counted() {
        Long count = jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where sql_statement not like '%query_statistics%'",
                Long.class);
        return count == null ? 0 : count;
    }
}
