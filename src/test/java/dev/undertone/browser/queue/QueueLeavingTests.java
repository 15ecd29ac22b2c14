package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What becomes of an item when somebody goes elsewhere, and how they come back to it. */
class QueueLeavingTests extends QueueBrowserCases {

    @Test
    void aNoteWaitsForWhoComesBackToItsItem(Visitor visitor) {
        UUID id = hold("I am furious", "you make me furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP), id);
        press(tab, "j");
        assertThat(sheet(tab)).not().hasAttribute("data-item", id.toString());
        row(tab, id).locator(".open").click();
        assertThat(sheet(tab)).hasAttribute("data-item", id.toString());
        assertThat(tab.page().locator("#note")).hasValue(TYPED);
        tab.check("back");
    }

    @Test
    void whoLeavesThePageWithANoteIsAskedFirst(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP), id);
        Page page = tab.page();
        List<String> asked = new ArrayList<>();
        Consumer<Dialog> stay = dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        };
        page.onDialog(stay);
        page.locator("header a[href='/insights']").click();
        assertThat(page.locator("#note")).hasValue(TYPED);
        Assertions.assertThat(asked).containsExactly("beforeunload");
        press(tab, "a");
        assertThat(toast(tab)).containsText("Approved");
        page.locator("header a[href='/insights']").click();
        page.waitForURL("**/insights");
        Assertions.assertThat(asked).hasSize(1);
        page.offDialog(stay);
    }

    @Test
    void goingBackShowsTheItemBefore(Visitor visitor) {
        List<UUID> items = hold("I am furious", "you make me furious");
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/items/" + items.get(0));
        row(tab, items.get(1)).locator(".open").click();
        assertThat(sheet(tab)).hasAttribute("data-item", items.get(1).toString());
        tab.page().goBack();
        assertThat(sheet(tab)).hasAttribute("data-item", items.get(0).toString());
        assertThat(row(tab, items.get(0))).hasAttribute("aria-current", "true");
        tab.check("back");
    }
}
