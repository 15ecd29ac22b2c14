package dev.undertone.insights.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.insights.Insights;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a page shows that somebody opens some minutes after the last one. */
@OnH2
class OldFiguresTests {

    private static final String ASKS = "hx-get=\"/insights/counted?days=7\"";

    @Autowired
    Insights insights;

    @Autowired
    Intake intake;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester http;

    private Identity.OfPerson viewer;

    @BeforeEach
    void forgetOtherTests() {
        insights.forget();
        people.create("Vic", Role.VIEWER, Actor.service());
        PersonDetails made = people.named("Vic").orElseThrow();
        viewer = new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
    }

    @Test
    void freshFiguresStay() {
        look("/insights/counted?days=7");
        clock.advance(Duration.ofSeconds(30));

        assertThat(look("/insights?days=7"))
                .contains("<dt>Submissions</dt><dd>0</dd>")
                .doesNotContain(ASKS);
    }

    @Test
    void oldFiguresAreShownAsSuchAndMakeWayForNewOnes() {
        look("/insights/counted?days=7");
        submit();
        clock.advance(Duration.ofSeconds(31));

        assertThat(look("/insights?days=7"))
                .contains("<dt>Submissions</dt><dd>0</dd>", ASKS, "hx-target=\"#figures\"", "older than half a minute");
        assertThat(look("/insights/counted?days=7")).contains("<dt>Submissions</dt><dd>1</dd>");
    }

    @Test
    void whoWaitsForTheFiguresGetsNewOnes() {
        look("/insights/counted?days=7");
        submit();
        clock.advance(Duration.ofMinutes(10));

        assertThat(look("/insights?days=7&counted=true"))
                .contains("<dt>Submissions</dt><dd>1</dd>")
                .doesNotContain(ASKS);
    }

    @Test
    void aFileHasNewFiguresAndSaysWhenTheyWereCounted() {
        look("/insights/counted?days=7");
        submit();
        clock.advance(Duration.ofMinutes(10));
        String counted = clock.instant().toString().substring(0, 19).replace(':', '-') + "Z";
        MvcTestResult file = get("/insights/volume.csv?days=7");

        assertThat(file).hasStatusOk().bodyText().endsWith(",1\r\n");
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"undertone-volume-7-days-" + counted + ".csv\"");
    }

    private void submit() {
        intake.submit(
                new NewSubmission(Optional.empty(), "forum", Optional.empty(), "what a happy dog", Optional.empty()),
                Actor.service());
    }

    private String look(String address) {
        MvcTestResult page = get(address);
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).with(SignedIn.as(viewer)).exchange();
    }
}
