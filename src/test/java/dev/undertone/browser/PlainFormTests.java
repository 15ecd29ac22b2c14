package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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

    private final Intake intake;

    PlainFormTests(@Autowired Intake intake) {
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
}
