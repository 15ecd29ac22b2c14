package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The whole work without a mouse. */
class QueueKeyboardTests extends QueueBrowserCases {

    private static final int ITEMS = 50;

    @Test
    void fiftyItemsAreReviewedWithTheKeyboardAlone(Visitor visitor) {
        List<UUID> items = holdMany(ITEMS);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        tab.open("/queue");
        press(tab, "j");
        String item = another(tab, "");
        for (int i = 0; i < ITEMS; i++) {
            String before = item;
            step(tab, i);
            if (i < ITEMS - 1) {
                item = another(tab, before);
            }
        }
        assertThat(page.locator("#item .no-item")).isVisible();
        assertThat(page.locator("#rows .nothing")).isVisible();
        Assertions.assertThat(items)
                .allSatisfy(id -> Assertions.assertThat(status(id)).isNotEqualTo("OPEN"));
        Assertions.assertThat(count("outcome = 'REJECTED'")).isEqualTo(5);
        Assertions.assertThat(count("correction = 'SADNESS'")).isEqualTo(5);
        Assertions.assertThat(count("feedback = 'POLICY_WRONG'")).isEqualTo(5);
        Assertions.assertThat(count("reason = 'seen before'")).isEqualTo(5);
        Assertions.assertThat(count("outcome = 'UNDONE'")).isEqualTo(5);
        Assertions.assertThat(count("outcome = 'ESCALATED'")).isEqualTo(5);
        Assertions.assertThat(held()).isEqualTo(5);
        tab.check("reviewed");
    }

    /** One of ten ways to deal with an item; each ends with the next one on screen. */
    private static void step(Tab tab, int number) {
        switch (number % 10) {
            case 0 -> press(tab, "a");
            case 1 -> press(tab, "r");
            case 2 -> press(tab, "i");
            case 3 -> press(tab, "e");
            case 4 -> {
                press(tab, "1");
                press(tab, "a");
            }
            case 5 -> {
                press(tab, "p");
                press(tab, "a");
            }
            case 6 -> {
                press(tab, "n");
                tab.page().keyboard().type("seen before");
                press(tab, "Escape");
                press(tab, "a");
            }
            case 7 -> {
                press(tab, "n");
                tab.page().keyboard().type("ask lea");
                press(tab, "Control+Enter");
                assertThat(sheet(tab).locator(".words-of")).hasText("ask lea");
                press(tab, "a");
            }
            case 8 -> {
                press(tab, "h");
                press(tab, "ArrowDown");
                press(tab, "Tab");
                press(tab, "Enter");
            }
            default -> undone(tab);
        }
    }

    private static void undone(Tab tab) {
        String first = sheet(tab).getAttribute("data-item");
        press(tab, "a");
        assertThat(toast(tab)).containsText("Approved");
        assertThat(tab.page().locator("#item .sheet[data-item='" + first + "']"))
                .hasCount(0);
        press(tab, "u");
        assertThat(toast(tab)).containsText("Undone");
        assertThat(tab.page().locator("#item .sheet[data-item='" + first + "'][data-standing=YOURS]"))
                .isVisible();
        press(tab, "b");
        press(tab, "a");
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from decision where " + condition)
                .query(Integer.class)
                .single();
    }

    private int held() {
        return jdbc.sql("select count(*) from reviewable where status = 'HELD'")
                .query(Integer.class)
                .single();
    }

    @Test
    void theHeaderCountsADecisionAtOnce(Visitor visitor) {
        holdMany(2);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        // What was on screen moves the line too, but only now and then.
        page.route("**/you/exposure", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        tab.open("/queue");
        assertThat(page.locator("#your-day")).containsText("0 reviewed");
        press(tab, "j");
        String item = another(tab, "");
        press(tab, "a");
        another(tab, item);
        assertThat(page.locator("#your-day")).containsText("1 reviewed");
    }

    @Test
    void aKeyPressedTheMomentAnItemIsThereDecidesItOnTheSamePage(Visitor visitor) {
        holdMany(2);
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/queue");
        tab.page()
                .evaluate("samePage = true; new MutationObserver((changes, watch) => { watch.disconnect();"
                        + " document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })); })"
                        + ".observe(document.getElementById('item'), { childList: true })");
        press(tab, "j");
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(tab.page().evaluate("window.samePage")).isEqualTo(true);
    }

    @Test
    void keysNeverFireWhileSomebodyTypes(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/queue");
        press(tab, "j");
        assertThat(sheet(tab)).isVisible();
        press(tab, "n");
        tab.page().keyboard().type("aria?");
        assertThat(tab.page().locator("#note")).hasValue("aria?");
        assertThat(tab.page().locator("#keys")).isHidden();
        Assertions.assertThat(status(id)).isEqualTo("OPEN");
    }

    @Test
    void keysCanBeChangedAndSwitchedOffAndThisBrowserRemembersIt(Visitor visitor) {
        List<UUID> ids = holdMany(3);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        tab.open("/queue");
        press(tab, "?");
        page.locator("#key-approve").fill("r");
        assertThat(page.locator("#keys-problem")).containsText("taken");
        assertThat(page.locator("#key-approve")).hasValue("a");
        page.locator("#key-approve").fill("y");
        press(tab, "Escape");
        tab.open("/queue");
        press(tab, "j");
        String item = another(tab, "");
        assertThat(page.locator("[data-action=approve] kbd")).hasText("Y");
        press(tab, "a");
        press(tab, "y");
        another(tab, item);
        Assertions.assertThat(outcome(UUID.fromString(item))).isEqualTo("APPROVED");
        page.locator("[data-action=help]").click();
        page.locator("#keys-on").uncheck();
        press(tab, "Escape");
        tab.open("/queue");
        press(tab, "j");
        assertThat(page.locator("#item .no-item")).isVisible();
        assertThat(page.locator("[data-action=next] kbd").first()).isHidden();
        Assertions.assertThat(ids).hasSize(3);
        tab.check("other keys");
    }
}
