package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms that the browser sends by itself. */
@BrowserTest
class PlainFormTests {

    /** Tells of each of two clicks whether it was kept from sending the form. */
    private static final String CLICK_TWICE = "button => { const stopped = [];"
            + " addEventListener('submit', event => stopped.push(event.defaultPrevented));"
            + " button.click(); button.click(); return stopped; }";

    private final People people;
    private final Intake intake;

    PlainFormTests(@Autowired People people, @Autowired Intake intake) {
        this.people = people;
        this.intake = intake;
    }

    @Test
    void aSecondClickSendsNothingTwice(Visitor visitor) {
        intake.submit(
                new NewSubmission(
                        Optional.empty(), "forum", Optional.of("clicked twice"), "my words", Optional.empty()),
                Actor.commandLine());
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        Page page = tab.page();
        tab.open("/admin/erasure");
        page.locator("#author").fill("clicked twice");
        page.locator("#again").fill("clicked twice");
        Object stopped = page.locator("form.erase button").evaluate(CLICK_TWICE);
        Assertions.assertThat(stopped).isEqualTo(List.of(false, true));
        assertThat(page.locator(".receipt")).containsText("Erased. This is the receipt.");
        tab.check("clicked twice");
    }

    @Test
    void whatIsTypedOutlivesTheSession(Visitor visitor) {
        String name = "Types for long";
        String password = people.create(name, Role.ADMIN, Actor.commandLine());
        Tab tab = visitor.signIn(visitor.tab(Look.DESKTOP), name, password);
        Page page = tab.page();
        page.clock().install();
        tab.open("/admin/people");
        page.locator("#name").fill("Somebody new");
        page.clock().fastForward(61_000);
        page.context().clearCookies();
        page.locator("form.in-line button").click();
        assertThat(page.locator("#banner")).containsText("Your session has ended");
        assertThat(page.locator("#name")).hasValue("Somebody new");
        Tab other = visitor.signIn(visitor.tab(Look.DESKTOP), name, password);
        page.context().addCookies(other.page().context().cookies());
        page.locator("form.in-line button").click();
        assertThat(page.locator(".told")).containsText("Somebody new");
    }
}
