package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What happens on the page of many items while an answer is on its way. */
@BrowserTest
class TriageWaitingTests {

    private final HeldTexts texts;

    TriageWaitingTests(@Autowired ApplicationContext context) {
        this.texts = new HeldTexts(context);
    }

    @Test
    void aReasonThatIsWrittenWhileAnotherRangeComesIsKept(Visitor visitor) {
        Tab tab = atManyItems(visitor);
        Page page = tab.page();
        Route range =
                tab.underWay("**/triage/range?*", () -> page.locator("#from").press("End"));
        page.locator("#reason").fill("all the same");
        page.waitForResponse("**/triage/range?*", range::resume);
        page.locator("#from").press("Home");
        assertThat(page.locator("#in-range")).containsText("from 0 to 100 %");
        assertThat(page.locator("#reason")).hasValue("all the same");
    }

    @Test
    void whatWasDecidedIsToldAlthoughAnotherListWasOnItsWay(Visitor visitor) {
        Tab tab = atManyItems(visitor);
        Page page = tab.page();
        page.getByLabel("Reject").check();
        Route list = tab.underWay("**/triage?*", () -> page.locator("#emotion").selectOption("joy"));
        Route decision = tab.underWay(
                "**/triage/decide", () -> page.locator(".decide button.primary").click());
        assertThat(page.locator("#triage")).hasAttribute("inert", "");
        page.waitForResponse("**/triage?*", list::resume).finished();
        decision.resume();
        assertThat(page.locator(".told .headline")).containsText("30 rejected");
        assertThat(page.locator(".told[role=status]")).isFocused();
        assertThat(page.locator("#triage")).not().hasAttribute("inert", "");
    }

    private Tab atManyItems(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR).toBeCutOff();
        tab.open("/triage?queue=" + texts.queueOfMany(30) + "&from=0");
        return tab;
    }
}
