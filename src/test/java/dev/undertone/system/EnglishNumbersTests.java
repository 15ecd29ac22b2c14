package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Numbers in English sentences are English, whatever language a browser asks for. */
@OnH2
final class EnglishNumbersTests {

    private final MockMvcTester mvc;
    private final People people;

    EnglishNumbersTests(@Autowired MockMvcTester mvc, @Autowired People people) {
        this.mvc = mvc;
        this.people = people;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "fa-IR"})
    void aPageWritesItsNumbersInEnglish(String language) {
        PersonDetails ann = people.create("Ann", Role.ADMIN, "correct horse battery", Actor.service());

        assertThat(mvc.get()
                        .uri("/you")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                        .with(SignedIn.as(new Identity.OfPerson(ann.id(), ann.name(), ann.role(), ann.epoch()))))
                .hasStatusOk()
                .bodyText()
                .contains(">0.0</td>");
    }
}
