package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long an item stays with whoever has its page open. */
class QueueLeaseTests extends QueueBrowserCases {

    @Test
    void theEndOfALeaseIsAnnouncedBeforeItComes(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = claimed(visitor, id);
        Page page = tab.page();
        page.clock().fastForward(245_000);
        assertThat(page.locator("#trouble")).containsText("about to go back to the queue");
        tab.checkAndPicture("queue-lease-warning");
        jdbc.sql("update reviewable set lease_expires_at = created_at where id = ?")
                .param(id)
                .update();
        page.clock().fastForward(60_000);
        assertThat(page.locator("#trouble")).containsText("has ended");
        assertThat(page.locator("[data-action=claim]")).isVisible();
    }

    @Test
    void whoIsThereKeepsTheItem(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = claimed(visitor, id);
        Page page = tab.page();
        page.clock().fastForward(130_000); // away for so long that nothing is renewed
        page.waitForResponse("**/renew", () -> {
            press(tab, "Shift");
            page.clock().fastForward(2_000);
        });
        tab.check("renewed");
    }

    @Test
    void whoIsThereKeepsAnItemThatIsTheirsForHalfAMinute(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = claimed(visitor, id);
        Page page = tab.page();
        jdbc.sql("update reviewable set lease_expires_at = lease_expires_at - interval '270' second where id = ?")
                .param(id)
                .update();
        tab.open("/items/" + id);
        page.waitForResponse("**/renew", () -> {
            page.clock().fastForward(9_000);
            press(tab, "Shift");
            page.clock().fastForward(2_000);
        });
        tab.check("renewed");
    }

    /** Somebody with an item of theirs, whose page has a clock that the test moves. */
    private static Tab claimed(Visitor visitor, UUID id) {
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.page().clock().install();
        tab.open("/items/" + id);
        press(tab, "c");
        assertThat(tab.page().locator("#lease-left")).isVisible();
        return tab;
    }
}
