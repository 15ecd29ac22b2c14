package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What happens on the page while a step is on its way. */
class QueueSlowAnswerTests extends QueueBrowserCases {

    private static final String LIST = "**/queue/list?*";
    private static final int GIVEN_UP = 30_000;

    @Test
    void thePageStillListensAfterAStepWhoseButtonWasReplaced(Visitor visitor) {
        Tab tab = withAnItem(visitor);
        Page page = tab.page();
        String first = another(tab, "");
        Route next = underWay(tab, "j", "**/queue/next");
        hear(page, "queue:refresh", "queue:listed");
        next.resume();
        another(tab, first);
        assertThat(page.locator("html")).hasAttribute("data-posting", "0");
        page.waitForRequest("**/items/*?*", () -> hear(page, "queue:reopen"));
    }

    @Test
    void aStepWhoseButtonWasReplacedCanBeTriedAgain(Visitor visitor) {
        Tab tab = withAnItem(visitor);
        Page page = tab.page();
        String first = another(tab, "");
        Route next = underWay(tab, "j", "**/queue/next");
        hear(page, "queue:refresh", "queue:listed");
        next.abort();
        assertThat(page.locator("#trouble")).containsText("The server does not answer");
        page.waitForResponse("**/items/" + first + "?*", () -> hear(page, "queue:reopen"));
        page.waitForResponse(LIST, () -> hear(page, "queue:refresh"));
        page.locator("[data-action=repeat]").click();
        another(tab, first);
    }

    @Test
    void aStepThatIsNeverAnsweredIsGivenUpAndCanBeTriedAgain(Visitor visitor) {
        Tab tab = withAnItem(visitor);
        Page page = tab.page();
        UUID id = UUID.fromString(another(tab, ""));
        assertThat(page.locator("#words")).containsText("furious");
        Assertions.assertThat(page.evaluate("htmx.config.timeout")).isEqualTo(GIVEN_UP);
        page.evaluate("htmx.config.timeout = 100");
        underWay(tab, "a", "**/decision");
        assertThat(page.locator("#trouble")).containsText("The server does not answer");
        page.evaluate("htmx.config.timeout = 0");
        page.locator("[data-action=repeat]").click();
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(outcome(id)).isEqualTo("APPROVED");
    }

    @Test
    void whatIsOpenedWhileAStepIsUnderWayComesAfterItsAnswer(Visitor visitor) {
        Tab tab = withAnItem(visitor);
        String first = another(tab, "");
        UUID last = lastRow(tab);
        Route decision = underWay(tab, "a", "**/decision");
        row(tab, last).locator(".open").click();
        decision.resume();
        assertThat(toast(tab)).containsText("Approved");
        assertThat(sheet(tab)).hasAttribute("data-item", last.toString());
        assertThat(tab.page()).hasURL(Pattern.compile(".*/items/" + last));
        Assertions.assertThat(outcome(UUID.fromString(first))).isEqualTo("APPROVED");
    }

    @Test
    void whatIsOpenedDoesNotTakeAwayWhatAStepWasRefusedFor(Visitor visitor) {
        Tab tab = withAnItem(visitor);
        Page page = tab.page();
        UUID id = UUID.fromString(another(tab, ""));
        UUID last = lastRow(tab);
        jdbc.sql("update reviewable set lease_expires_at = created_at where id = ?")
                .param(id)
                .update();
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        Route decision = underWay(tab, "a", "**/decision");
        row(tab, last).locator(".open").click();
        decision.resume();
        assertThat(page.locator("#trouble")).containsText("has ended");
        page.waitForResponse(LIST, () -> hear(page, "queue:refresh"));
        Assertions.assertThat(asked).noneMatch(url -> url.contains(last.toString()));
        assertThat(page).hasURL(Pattern.compile(".*/items/" + id));
    }

    @Test
    void aDoubleClickDecidesOneItem(Visitor visitor) {
        Tab tab = withAnItem(visitor);
        Page page = tab.page();
        String first = another(tab, "");
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> sent.add(request.url()));
        click(page, 1);
        another(tab, first);
        click(page, 2);
        page.waitForResponse(LIST, () -> hear(page, "queue:refresh"));
        Assertions.assertThat(sent).filteredOn(url -> url.endsWith("/decision")).hasSize(1);
        click(page, 1);
        assertThat(page.locator("#rows .row")).hasCount(1);
    }

    /** Where Approve stands now; the browser counts clicks that follow each other, whatever they hit. */
    private static void click(Page page, int inARow) {
        BoundingBox button = page.locator("[data-action=approve]").boundingBox();
        page.mouse().move(button.x + button.width / 2, button.y + button.height / 2);
        page.mouse().down(new Mouse.DownOptions().setClickCount(inARow));
        page.mouse().up(new Mouse.UpOptions().setClickCount(inARow));
    }

    private static UUID lastRow(Tab tab) {
        return UUID.fromString(tab.page().locator("#rows .row").last().getAttribute("data-id"));
    }

    /** Somebody who has taken the first of three items. */
    private Tab withAnItem(Visitor visitor) {
        holdMany(3);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        tab.open("/queue");
        press(tab, "j");
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        return tab;
    }
}
