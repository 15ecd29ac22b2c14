package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.Role;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Plain forms and links do all of it too. */
class QueueWithoutScriptsTests extends QueueBrowserCases {

    @Test
    void withoutScriptsItemsAreClaimedNotedDecidedAndUndone(Visitor visitor) {
        List<UUID> ids = holdMany(60);
        Tab tab = visitor.signIn(visitor.tabWithoutScripts(Look.DESKTOP), Role.MODERATOR, "Nora " + ids.get(0));
        Page page = tab.page();
        tab.open("/queue");
        assertThat(page.locator("#rows .row")).hasCount(50);
        page.locator(".more a").click();
        assertThat(page.locator("#rows .row")).hasCount(10);
        page.locator("#rows .row .open").first().click();
        assertThat(page.locator("kbd:visible")).hasCount(0);
        page.locator("[data-action=claim]").click();
        assertThat(page.locator("kbd:visible")).hasCount(0);
        String item = page.locator("#item .sheet").getAttribute("data-item");
        page.locator("#note-panel summary").click();
        page.locator("#note").fill("ask lea");
        page.locator("[data-action=save-note]").click();
        assertThat(page.locator(".words-of")).hasText("ask lea");
        page.locator("#words a").click();
        assertThat(page.locator("#said mark").first()).hasText("furious");
        page.locator("#opinion-panel summary").click();
        page.locator("input[value=fear]").check();
        page.locator("[data-action=approve]").click();
        assertThat(page.locator(".done")).containsText("Approved");
        tab.picture("queue-done");
        Assertions.assertThat(outcome(UUID.fromString(item))).isEqualTo("APPROVED");
        page.locator(".done [data-action=undo]").click();
        assertThat(page.locator(".done")).containsText("Undone");
        Assertions.assertThat(status(UUID.fromString(item))).isEqualTo("OPEN");
        page.locator("#hold-panel summary").click();
        page.locator("#due").selectOption("4");
        page.locator("[data-action=keep]").click();
        assertThat(page.locator(".done")).containsText("Held for you");
        page.navigate("/items/" + item);
        page.locator("[data-action=release]").click();
        assertThat(page.locator("[data-action=claim]")).isVisible();
    }

    @Test
    void withoutScriptsAConflictIsToldOnThePage(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = visitor.signIn(visitor.tabWithoutScripts(Look.DESKTOP), Role.MODERATOR, "Nora " + id);
        Page page = tab.page();
        tab.open("/items/" + id);
        page.locator("[data-action=claim]").click();
        page.locator("#note-panel summary").click();
        page.locator("#note").fill("seen before");
        jdbc.sql("update reviewable set lease_expires_at = created_at where id = ?")
                .param(id)
                .update();
        page.locator("[data-action=approve]").click();
        assertThat(page.locator("#trouble")).containsText("Your hold on this item has ended");
        assertThat(page.locator("#note")).hasValue("seen before");
    }
}
