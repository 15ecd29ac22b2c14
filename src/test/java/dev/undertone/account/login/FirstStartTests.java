package dev.undertone.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@OnH2
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

    private static final String COMMAND = "java -jar target/undertone.jar user create --name NAME --role admin";

    private final People people;
    private final ApplicationRunner advice;

    FirstStartTests(@Autowired People people) {
        this.people = people;
        this.advice = new LoginConfiguration().adviceForTheFirstStart(people);
    }

    @Test
    void anOperatorIsToldHowToMakeTheFirstPerson(CapturedOutput output) throws Exception {
        advice.run(new DefaultApplicationArguments());
        assertThat(output).containsOnlyOnce(COMMAND);
    }

    @Test
    void nothingIsSaidOnceThereIsSomebody(CapturedOutput output) throws Exception {
        people.create("Ann", Role.ADMIN, Actor.commandLine());
        advice.run(new DefaultApplicationArguments());
        assertThat(output).doesNotContain(COMMAND);
    }
}
