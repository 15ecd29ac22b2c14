package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list that somebody chose comes and stays, whatever else is on its way. */
class QueueFilterTests extends QueueBrowserCases {

    private static final String LIST = "**/queue/list?*";
    private static final Pattern MINE = Pattern.compile(".*[?&]status=mine.*");

    @Test
    void aChosenListComesAlthoughTheListIsBeingRefreshed(Visitor visitor) {
        Tab tab = atTheQueue(visitor);
        Route refresh = tab.underWay(LIST, () -> hear(tab.page(), "queue:refresh"));
        mine(tab).click();
        hear(tab.page(), "queue:refresh");
        refresh.resume();
        assertThat(mine(tab)).hasAttribute("aria-current", "true");
    }

    @Test
    void aRefreshWhileAChosenListComesIsOfThatList(Visitor visitor) {
        Tab tab = atTheQueue(visitor);
        Page page = tab.page();
        page.evaluate("window.lists = 0; document.addEventListener('queue:listed', () => window.lists++)");
        Route chosen = tab.underWay(LIST, () -> mine(tab).click());
        hear(page, "queue:refresh");
        chosen.resume();
        page.waitForCondition(() -> page.evaluate("window.lists").equals(2));
        assertThat(mine(tab)).hasAttribute("aria-current", "true");
    }

    @Test
    void aStepThatIsAnsweredLateDoesNotBringTheListBefore(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        tab.open("/items/" + id);
        Route claim = underWay(tab, "c", "**/claim");
        mine(tab).click();
        assertThat(mine(tab)).hasAttribute("aria-current", "true");
        claim.resume();
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        assertThat(mine(tab)).hasAttribute("aria-current", "true");
        assertThat(row(tab, id)).hasAttribute("data-state", "yours");
        assertThat(tab.page()).hasURL(MINE);
    }

    private Tab atTheQueue(Visitor visitor) {
        holdMany(1);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        tab.open("/queue");
        listening(tab);
        return tab;
    }

    private static Locator mine(Tab tab) {
        return tab.page().locator("#kind-mine");
    }
}
