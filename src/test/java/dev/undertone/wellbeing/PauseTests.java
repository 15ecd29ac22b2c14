package dev.undertone.wellbeing;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.PersonDetails;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.database.OnH2;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The words with which a break is suggested. */
@OnH2
class PauseTests extends WellbeingCases {

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"75, one minute", "105, one minute", "150, 2 minutes", "315, 5 minutes"})
    void theySayHowLongItWasAndNotHowLongItWasToBe(int seconds, String said) {
        budget(1, mira);
        read(hold(CONDUCT, 1), Duration.ofSeconds(seconds), mira);
        PersonDetails made = people.named("mira").orElseThrow();
        Identity.OfPerson person = new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());

        assertThat(http.get().uri("/you/day").with(SignedIn.as(person)).exchange())
                .bodyText()
                .contains("You have had " + said + " of heavy texts on screen today.");
    }
}
