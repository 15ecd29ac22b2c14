package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Numbers in English sentences are English, whatever language a browser asks for. */
@OnH2
final class EnglishNumbersTests {

    private final MockMvcTester mvc;
    private final People people;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    EnglishNumbersTests(
            @Autowired MockMvcTester mvc,
            @Autowired People people,
            @Autowired JdbcClient jdbc,
            @Autowired MovableClock clock) {
        this.mvc = mvc;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "fa-IR"})
    void aPageWritesItsNumbersInEnglish(String language) {
        PersonDetails ann = people.create("Ann", Role.ADMIN, "correct horse battery", Actor.service());
        jdbc.sql("""
                insert into wellbeing_day (person_id, on_day, shown_seconds, anger_seconds, fear_seconds,
                    sadness_seconds, turns, last_beat_at) values (?, ?, 90, 0, 0, 0, 0, ?)
                """)
                .params(
                        ann.id(),
                        LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        assertThat(mvc.get()
                        .uri("/you")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                        .with(SignedIn.as(new Identity.OfPerson(ann.id(), ann.name(), ann.role(), ann.epoch()))))
                .hasStatusOk()
                .bodyText()
                .contains(">1.5</td>");
    }
}
