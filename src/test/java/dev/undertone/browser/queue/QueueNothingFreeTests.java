package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.undertone.account.Role;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever gets no item is told why, on narrow screens too, where list and item take turns. */
class QueueNothingFreeTests extends QueueBrowserCases {

    private static final Look PHONE = new Look(390, ColorScheme.LIGHT);

    @Test
    void nextSaysThatNothingIsFree(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        jdbc.sql("update reviewable set holder_id = 'of-another', holder_name = 'Lea',"
                        + " lease_expires_at = created_at + interval '1' hour where id = ?")
                .param(id)
                .update();
        for (Look look : List.of(Look.DESKTOP, PHONE)) {
            Tab tab = moderator(visitor, look);
            tab.open("/queue");
            tab.page().locator("#list-next").click();
            assertThat(tab.page().locator("#trouble")).containsText("No item is free right now");
            assertThat(tab.page().locator("#trouble")).isInViewport();
            assertThat(row(tab, id)).isVisible();
            tab.checkAndPicture("queue-nothing-free");
        }
    }

    @Test
    void nextNamesTheQueuesThatAreLeftOut(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        String queue = jdbc.sql("select queue from reviewable where id = ?")
                .param(id)
                .query(String.class)
                .single();
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        tab.open("/you");
        page.locator("input[name=skip][value='" + queue + "']").check();
        page.locator(".settings button.primary").click();
        assertThat(page.locator(".kept")).isVisible();
        tab.open("/queue");
        press(tab, "j");
        assertThat(page.locator("#trouble")).containsText("More waits in " + queue);
        page.locator("#in-" + queue).click();
        assertThat(page.locator("#in-" + queue)).hasAttribute("aria-current", "true");
        press(tab, "j");
        assertThat(sheet(tab)).hasAttribute("data-item", id.toString());
    }

    @Test
    void theItemOnScreenStaysWhereThereIsNoOther(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/items/" + id);
        press(tab, "c");
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        press(tab, "j");
        assertThat(tab.page().locator("#trouble")).containsText("No item is free right now");
        assertThat(sheet(tab)).hasAttribute("data-item", id.toString());
        assertThat(sheet(tab)).hasAttribute("data-standing", "YOURS");
    }

    @Test
    void anItemThatIsGoneIsSaidOnANarrowScreen(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, PHONE);
        tab.open("/items/" + id);
        assertThat(tab.page().locator("#words")).containsText("furious");
        jdbc.sql("delete from reviewable where id = ?").param(id).update();
        hear(tab.page(), "queue:reopen");
        assertThat(tab.page().locator("#trouble")).containsText("This item is no longer there");
        assertThat(tab.page().locator("#trouble")).isVisible();
        tab.expectStatus(404);
        tab.checkAndPicture("queue-gone-item");
    }

    @Test
    void withoutScriptsTheWayBackIsSeenOnANarrowScreen(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = visitor.signIn(visitor.tabWithoutScripts(PHONE), Role.MODERATOR, "Nora " + id);
        tab.open("/items/" + id);
        tab.page().locator("[data-action=claim]").click();
        tab.page().locator("[data-action=approve]").click();
        assertThat(tab.page().locator(".done [data-action=undo]")).isVisible();
        tab.picture("queue-done-narrow");
    }
}
