package dev.undertone.review.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of the desk's pages share: people, held texts, and forms as a browser without scripts sends them. */
abstract class DeskPageCases {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester http;

    Identity.OfPerson mo;
    Identity.OfPerson nell;
    Identity.OfPerson lead;

    @BeforeEach
    void hire() {
        mo = person("Mo", Role.MODERATOR);
        nell = person("Nell", Role.MODERATOR);
        lead = person("Lea", Role.LEAD);
    }

    private Identity.OfPerson person(String name, Role role) {
        people.create(name, role, Actor.service());
        PersonDetails made = people.named(name).orElseThrow();
        return new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
    }

    List<UUID> hold(int count) {
        List<UUID> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SubmissionId id = intake.submit(
                            new NewSubmission(
                                    Optional.empty(), "forum", Optional.empty(), "I am furious " + i, Optional.empty()),
                            Actor.service())
                    .submission()
                    .id();
            held.add(jdbc.sql("select id from reviewable where submission_id = ?")
                    .param(id.value())
                    .query(UUID.class)
                    .single());
            clock.advance(Duration.ofMinutes(1));
        }
        return held;
    }

    /** Sends a form, its fields as names and values in turn, and gives where it leads. */
    String form(Identity.OfPerson who, String address, String... fields) {
        MockMvcTester.MockMvcRequestBuilder request =
                http.post().uri(address).with(SignedIn.as(who)).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.formField(fields[i], fields[i + 1]);
        }
        MvcTestResult answer = request.exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    String page(UUID id, Identity.OfPerson who) {
        return page(id.toString(), who);
    }

    String page(String id, Identity.OfPerson who) {
        MvcTestResult page =
                http.get().uri("/items/" + id).with(SignedIn.as(who)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    String holder(UUID id) {
        return text("coalesce(holder_name, '')", id);
    }

    String text(String column, UUID id) {
        return jdbc.sql("select cast(" + column + " as varchar) from reviewable where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
