package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list is replaced under whoever works in it; the keyboard stays where it was. */
class QueueFocusTests extends QueueBrowserCases {

    private static final int FIRST_ROWS = 50;

    @Test
    void aChosenListKeepsTheFocus(Visitor visitor) {
        holdMany(1);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        tab.open("/queue");
        for (String choice :
                new String[] {"#by-newest", "#by-priority", "#in-conduct", "#any-queue", "#kind-mine", "#kind-open"}) {
            page.locator(choice).focus();
            hear(page, "queue:refresh", "queue:listed");
            assertThat(page.locator(choice)).isFocused();
            press(tab, "Enter");
            assertThat(page.locator(choice)).hasAttribute("aria-current", "true");
            assertThat(page.locator(choice)).isFocused();
        }
    }

    @Test
    void moreRowsAreGoneOnWith(Visitor visitor) {
        holdMany(FIRST_ROWS + 2);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        tab.open("/queue");
        page.locator(".more a").focus();
        press(tab, "Enter");
        assertThat(page.locator("#rows .row")).hasCount(FIRST_ROWS + 2);
        assertThat(page.locator("#rows .row .open").nth(FIRST_ROWS)).isFocused();
    }

    @Test
    void wordsThatComeInPlaceOfTheirLinkTakeItsFocus(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        Route words = tab.underWay("**/words", () -> tab.open("/items/" + id));
        tab.page().locator("#words a").focus();
        words.resume();
        assertThat(tab.page().locator("#words q")).hasText("furious");
        assertThat(tab.page().locator("#words")).isFocused();
    }

    @Test
    void howLongThingsWaitIsToldAnewEveryMinute(Visitor visitor) {
        holdMany(1);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        page.clock().install();
        tab.open("/queue");
        listening(tab);
        page.waitForResponse("**/queue/list?*", () -> page.clock().fastForward(61_000));
    }
}
