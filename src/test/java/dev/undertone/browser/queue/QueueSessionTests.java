package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session that ended and was begun anew in another tab: the page that stayed open has the tokens of the old one. */
class QueueSessionTests extends QueueBrowserCases {

    @Autowired
    People people;

    @Test
    void theRefusedStepIsDoneWithTheNewTokens(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        String password = people.create("Mira " + id, Role.MODERATOR, Actor.commandLine());
        Tab tab = withNote(visitor.signIn(visitor.tab(Look.DESKTOP), "Mira " + id, password), id);
        takeOver(tab, visitor.signIn(visitor.tab(Look.DESKTOP), "Mira " + id, password));
        press(tab, "a");
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(reason(id)).isEqualTo(TYPED);
        assertThat(tab.page().locator("#banner")).isHidden();
        tab.expectStatus(403);
        tab.check("begun anew elsewhere");
    }

    @Test
    void nothingIsDoneInTheNameOfSomebodyElse(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Mira " + id), id);
        takeOver(tab, visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Lea " + id));
        press(tab, "a");
        assertThat(tab.page().locator("#banner")).containsText("Lea " + id + " is signed in in this browser now");
        assertThat(tab.page().locator("#note")).hasValue(TYPED);
        Assertions.assertThat(status(id)).isEqualTo("OPEN");
        tab.expectStatus(403);
        tab.checkAndPicture("queue-somebody-else");
    }

    @Test
    void whatIsOnScreenIsStillCounted(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        String password = people.create("Mira " + id, Role.MODERATOR, Actor.commandLine());
        Tab tab = visitor.signIn(visitor.tab(Look.DESKTOP), "Mira " + id, password);
        Page page = tab.page();
        page.clock().install();
        tab.open("/items/" + id);
        assertThat(page.locator("#said")).isVisible();
        takeOver(tab, visitor.signIn(visitor.tab(Look.DESKTOP), "Mira " + id, password));
        page.waitForResponse(
                answer -> answer.url().endsWith("/you/exposure") && answer.ok(),
                () -> page.clock().runFor(16_000));
        tab.expectStatus(403);
        tab.check("counted");
    }

    @Test
    void anItemIsStillKeptForWhoIsThere(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        String password = people.create("Mira " + id, Role.MODERATOR, Actor.commandLine());
        Tab tab = visitor.signIn(visitor.tab(Look.DESKTOP), "Mira " + id, password);
        Page page = tab.page();
        page.clock().install();
        tab.open("/items/" + id);
        press(tab, "c");
        assertThat(page.locator("#lease-left")).isVisible();
        takeOver(tab, visitor.signIn(visitor.tab(Look.DESKTOP), "Mira " + id, password));
        // Refused with the old tokens; with the new ones it is tried again some seconds later.
        page.waitForResponse(
                answer -> answer.url().endsWith("/renew") && answer.ok(),
                () -> page.clock().fastForward(70_000));
        tab.expectStatus(403);
        tab.check("kept");
    }

    @Test
    void whoWillSignInLaterIsAskedAgainOnlyByAStepOfTheirs(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP);
        Page page = tab.page();
        page.clock().install();
        tab.open("/items/" + id);
        press(tab, "c");
        assertThat(page.locator("#lease-left")).isVisible();
        page.context().clearCookies();
        press(tab, "a");
        assertThat(page.locator("#session")).isVisible();
        page.locator("#session-later").click();
        // The second renewal is tried once the refusal of the first was dealt with.
        for (int later : new int[] {70_000, 15_000}) {
            page.waitForResponse(
                    answer -> answer.url().endsWith("/renew") && answer.status() == 401,
                    () -> page.clock().fastForward(later));
        }
        assertThat(page.locator("#session")).isHidden();
        press(tab, "a");
        assertThat(page.locator("#session")).isVisible();
    }

    /** Lets the browser of a tab have the session of another one from now on. */
    private static void takeOver(Tab tab, Tab other) {
        tab.page().context().addCookies(other.page().context().cookies());
    }
}
