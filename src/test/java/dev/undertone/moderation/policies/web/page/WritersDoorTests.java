package dev.undertone.moderation.policies.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.moderation.policies.PolicyShelf;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who comes to the pages on which policies are written. */
@OnH2
class WritersDoorTests {

    @Autowired
    PolicyShelf shelf;

    @Autowired
    People people;

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "MODERATOR"})
    void whoMayNotStoreAPolicyCannotBeginOneAndIsNotLedThere(Role reader) {
        UUID id = shelf.judging().policyId();

        assertThat(page("/policies/new", reader)).hasStatus(403);
        assertThat(page("/policies/" + id + "/edit?from=1", reader)).hasStatus(403);
        for (String shown : List.of("/policies", "/policies/" + id, "/policies/" + id + "/versions/1")) {
            assertThat(page(shown, reader)).hasStatusOk().bodyText().doesNotContain("/policies/new", "/edit");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"POLICY_OWNER", "ADMIN"})
    void whoMayStoreOneIsLedThere(Role writer) {
        UUID id = shelf.judging().policyId();

        assertThat(page("/policies", writer)).hasStatusOk().bodyText().contains("/policies/new");
        assertThat(page("/policies/new", writer)).hasStatusOk();
        assertThat(page("/policies/" + id + "/edit?from=1", writer)).hasStatusOk();
    }

    private MvcTestResult page(String address, Role role) {
        if (people.named(role.label()).isEmpty()) {
            people.create(role.label(), role, Actor.service());
        }
        PersonDetails made = people.named(role.label()).orElseThrow();
        Identity.OfPerson person = new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
        return http.get().uri(address).with(SignedIn.as(person)).exchange();
    }
}
