package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@BrowserTest
class AdminPageTests {

    private static final String LONG = "Maximiliane-Friederike von und zu Hohenlohe-Schillingsfürst";
    private static final IsInViewportOptions WHOLE = new IsInViewportOptions().setRatio(1);
    private static final AtomicInteger LONG_NAMES = new AtomicInteger();

    private final People people;
    private final ApiKeys keys;
    private final Intake intake;

    AdminPageTests(@Autowired People people, @Autowired ApiKeys keys, @Autowired Intake intake) {
        this.intake = intake;
        this.people = people;
        this.keys = keys;
    }

    /** Even with every change taken back the file stays, empty, and would be there for the tests that follow. */
    @AfterEach
    void removeTheChangedSettings(@Autowired Environment environment) throws IOException {
        Files.deleteIfExists(Path.of(environment.getRequiredProperty("undertone.data-dir"), "settings.properties"));
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageFitsEveryScreen(Look look, Visitor visitor) {
        if (people.named(LONG).isEmpty()) {
            people.create(LONG, Role.POLICY_OWNER, Actor.commandLine());
            people.create("مريم الحسيني", Role.MODERATOR, Actor.commandLine());
            people.disable(people.named("مريم الحسيني").orElseThrow().id(), Actor.commandLine());
            keys.create("forum-in-production", EnumSet.of(Scope.SUBMIT, Scope.READ), Actor.commandLine());
            keys.create("old wiki", EnumSet.allOf(Scope.class), Actor.commandLine());
            keys.revoke(keys.named("old wiki").orElseThrow().id(), Actor.commandLine());
        }
        Tab tab = visitor.signedIn(look, Role.ADMIN);
        for (String page : List.of("people", "keys", "settings", "erasure")) {
            tab.open("/admin/" + page);
            assertThat(tab.page().locator(".tabs [aria-current]")).isInViewport(WHOLE);
            tab.checkAndPicture("admin-" + page);
        }
        tab.open("/you/password");
        tab.checkAndPicture("you-password");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void anAccountIsMadeAndItsPasswordIsShownOnce(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        Page page = tab.page();
        tab.open("/admin/people");
        page.locator("#name").fill("Noor Haddad");
        page.locator("#role").selectOption("lead");
        page.locator("form.in-line button").click();
        String password = page.locator("#secret").textContent();
        tab.checkAndPicture("admin-people-made");
        page.reload();
        assertThat(page.locator("#secret")).hasCount(0);
        Tab hers = visitor.tab(Look.DESKTOP);
        hers.open("/login");
        hers.page().locator("#username").fill("noor haddad");
        hers.page().locator("#password").fill(password);
        hers.page().locator("form.login button.primary").click();
        hers.page().locator("details.menu").waitFor();
        Assertions.assertThat(hers.page().url()).endsWith("/queue");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theLongestNameOfOneWordFitsEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.ADMIN);
        tab.open("/admin/people");
        String name = "W".repeat(57) + String.format("%03d", LONG_NAMES.incrementAndGet());
        tab.page().locator("#name").fill(name);
        tab.page().locator("form.in-line button").click();
        assertThat(tab.page().locator(".told")).containsText(name);
        tab.check("a long name");
        tab.page().locator("#name").fill(name);
        tab.page().locator("form.in-line button").click();
        assertThat(tab.page().locator("#problem")).containsText(name);
        tab.check("a long name that is taken");
    }

    @Test
    void aNameThatIsTakenIsSaidAndStaysInTheField(Visitor visitor) {
        people.create("Taken already", Role.VIEWER, Actor.commandLine());
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        tab.open("/admin/people");
        tab.page().locator("#name").fill("taken ALREADY");
        tab.page().locator("form.in-line button").click();
        assertThat(tab.page().locator("#problem")).containsText("taken ALREADY");
        assertThat(tab.page().locator("#name")).hasValue("taken ALREADY");
        tab.checkAndPicture("admin-people-refused");
    }

    @Test
    void somebodyIsShutOutAndLetInAgain(Visitor visitor) {
        people.create("In and out", Role.VIEWER, Actor.commandLine());
        Tab tab = visitor.tabWithoutScripts(Look.DESKTOP);
        visitor.signIn(tab, Role.ADMIN, "Doorkeeper");
        tab.open("/admin/people");
        row(tab.page(), "In and out").getByText("Shut out").last().click();
        assertThat(row(tab.page(), "In and out").locator(".state")).hasText("shut out");
        row(tab.page(), "In and out").getByText("Let in").click();
        assertThat(row(tab.page(), "In and out").locator(".state")).hasText("active");
        row(tab.page(), "In and out").locator("select").selectOption("moderator");
        row(tab.page(), "In and out").getByText("Save").click();
        assertThat(tab.page().locator(".told")).containsText("In and out has the role Moderator now");
    }

    @Test
    void aKeyIsMadeCopiedAndRevoked(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        Page page = tab.page();
        tab.open("/admin/keys");
        page.locator("#name").fill("Chat bot");
        page.locator("main form.card button").click();
        assertThat(page.locator("#secret")).hasText(Pattern.compile("ut_.{40,}"));
        Assertions.assertThat(keys.recognise(page.locator("#secret").textContent()))
                .isPresent();
        tab.checkAndPicture("admin-keys-made");
        row(page, "Chat bot").getByText("Revoke").click();
        assertThat(row(page, "Chat bot").locator(".state")).hasText("revoked");
        assertThat(row(page, "Chat bot")).containsText("within the last hour");
    }

    @Test
    void aSettingIsKeptForTheNextStartAndTakenBack(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        Page page = tab.page();
        tab.open("/admin/settings");
        Locator lease = page.locator("[id='undertone.review.lease']");
        lease.locator("input[name=value]").fill("9m");
        lease.locator("button").first().click();
        assertThat(lease.locator(".told")).containsText("undertone.review.lease is kept");
        assertThat(lease.locator(".about")).containsText("after a restart");
        tab.checkAndPicture("admin-settings-kept");
        lease.locator("button[name=back]").click();
        assertThat(lease.locator(".about")).hasText("");
        lease.locator("input[name=value]").fill("-3s");
        lease.locator("button").first().click();
        assertThat(lease.locator("#problem")).containsText("undertone.review.lease cannot have this value");
        assertThat(lease.locator("#problem")).isInViewport();
        assertThat(lease.locator("input[name=value]")).hasValue("-3s");
        tab.checkAndPicture("admin-settings-refused");
    }

    @Test
    void anAuthorTypedTwiceIsErasedAndTheReceiptNamesNobody(Visitor visitor) {
        intake.submit(
                new NewSubmission(Optional.empty(), "forum", Optional.of("to be erased"), "my words", Optional.empty()),
                Actor.commandLine());
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        Page page = tab.page();
        tab.open("/admin/erasure");
        page.locator("#author").fill("to be erased");
        page.locator("#again").fill("To be erased");
        page.locator("form.erase button").click();
        assertThat(page.locator("#problem")).containsText("Nothing was erased");
        tab.expectStatus(422);
        assertThat(page.locator("#author")).hasValue("to be erased");
        page.locator("#again").fill("to be erased");
        page.locator("form.erase button").click();
        assertThat(page.locator(".receipt")).containsText("Erased. This is the receipt.");
        assertThat(page.locator(".receipt")).not().containsText("to be erased");
        assertThat(page.locator("#author")).hasValue("");
        tab.checkAndPicture("admin-erasure-receipt");
    }

    @Test
    void onesOwnPasswordIsChangedAndTheSessionGoesOn(Visitor visitor) {
        String password = "a heron stands still";
        Tab tab = visitor.tab(Look.DESKTOP);
        Page page = tab.page();
        String given = people.create("Changes it", Role.VIEWER, Actor.commandLine());
        tab.open("/login?next=/you/password");
        page.locator("#username").fill("Changes it");
        page.locator("#password").fill(given);
        page.locator("form.login button.primary").click();
        page.locator("#current").fill("something else entirely");
        page.locator("#password").fill(password);
        page.locator("#again").fill(password);
        page.locator("form.form button.primary").click();
        assertThat(page.locator("#problem")).containsText("The password until now is another one");
        tab.expectStatus(422);
        page.locator("#current").fill(given);
        page.locator("#password").fill(password);
        page.locator("#again").fill(password);
        page.locator("form.form button.primary").click();
        assertThat(page.locator(".told")).containsText("Your password is changed");
        tab.checkAndPicture("you-password-changed");
        page.locator("details.menu summary", new Page.LocatorOptions().setHasText("Changes it"))
                .click();
        page.locator("form[action='/logout'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }
}
