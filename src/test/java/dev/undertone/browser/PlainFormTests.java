package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms that the browser sends by itself. */
@BrowserTest
class PlainFormTests {

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
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/admin/erasure")) {
                sent.add(request.url());
            }
        });
        tab.open("/admin/erasure");
        page.locator("#author").fill("clicked twice");
        page.locator("#again").fill("clicked twice");
        page.locator("form.erase button").dblclick();
        assertThat(page.locator(".receipt")).containsText("Erased. This is the receipt.");
        Assertions.assertThat(sent).hasSize(1);
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
