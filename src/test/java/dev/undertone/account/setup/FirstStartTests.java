package dev.undertone.account.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

@OnH2
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

    private static final String COMMAND = "java -jar target/undertone.jar user create --name NAME --role admin";

    private final People people;
    private final SetupCode code;
    private final ApplicationRunner advice;

    FirstStartTests(@Autowired People people, @Autowired SetupCode code, @Autowired Environment environment) {
        this.people = people;
        this.code = code;
        this.advice = new SetupConfiguration().adviceForTheFirstStart(people, code, environment);
    }

    @Test
    void whoeverStartsTheServiceIsToldHowToMakeTheFirstPerson(CapturedOutput output) throws Exception {
        String before = output.getAll();
        advice.run(new DefaultApplicationArguments());
        assertThat(output.getAll().substring(before.length()))
                .containsOnlyOnce(COMMAND)
                .containsPattern("http://localhost:\\d+/setup\\?code=" + code.shown() + " ");
    }

    @Test
    void nothingIsSaidOnceThereIsSomebody(CapturedOutput output) throws Exception {
        people.create("Ann", Role.ADMIN, Actor.commandLine());
        String before = output.getAll();
        advice.run(new DefaultApplicationArguments());
        assertThat(output.getAll()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"------------", "a-b-c-d-e-f-", "short"})
    void aCodeThatCouldBeGuessedIsRefusedHoweverItIsSpaced(String chosen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetupSettings(chosen))
                .withMessageContaining("characters besides spaces and hyphens, expected at least 12 or none");
    }

    @Test
    void theCodeMayBeTypedAsPeopleTypeThings() {
        assertThat(code.shown()).matches("([a-z2-9]{4}-){2}[a-z2-9]{4}");
        assertThat(code.is(" " + code.shown().replace("-", " ").toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(code.is("")).isFalse();
        assertThat(code.is(code.shown().substring(1))).isFalse();
    }
}
