package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import dev.undertone.moderation.erasure.AuthorErasure;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can go wrong; each has its own words, keeps what was typed and offers the next step. */
class QueueTroubleTests extends QueueBrowserCases {

    @Autowired
    People people;

    @Autowired
    AuthorErasure erasure;

    /** Somebody with an item of theirs and a note that they have not saved. */
    private Tab withNote(Visitor visitor, UUID id) {
        Tab tab = moderator(visitor, Look.DESKTOP);
        return withNote(tab, id);
    }

    @Test
    void anEndedLeaseIsToldAndCanBeHadAgain(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(visitor, id);
        jdbc.sql("update reviewable set lease_expires_at = created_at where id = ?")
                .param(id)
                .update();
        press(tab, "a");
        assertThat(tab.page().locator("#trouble")).containsText("Your hold on this item has ended");
        assertThat(tab.page().locator("#note")).hasValue(TYPED);
        tab.expectStatus(409);
        tab.checkAndPicture("queue-lease-over");
        assertThat(tab.page().locator("#item-title")).isFocused();
        press(tab, "c");
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        assertThat(tab.page().locator("#note")).hasValue(TYPED);
        tab.page().locator("[data-action=approve]").click();
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(reason(id)).isEqualTo(TYPED);
    }

    @Test
    void anErasedTextLeavesTheScreenAndNothingIsLeftToDecide(Visitor visitor) {
        UUID id = holdAs(Optional.of("whoever asks to be forgotten"), "I am furious")
                .get(0);
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/items/" + id);
        Page page = tab.page();
        assertThat(page.locator("#words")).containsText("furious");

        erasure.erase("whoever asks to be forgotten", Actor.commandLine());

        assertThat(page.locator("#said")).containsText("The text has been erased");
        assertThat(page.locator(".sheet .lease")).hasText("over, as its text was erased");
        assertThat(page.locator("[data-action=claim]")).hasCount(0);
        assertThat(row(tab, id)).hasCount(0);
        tab.checkAndPicture("queue-erased");
    }

    @Test
    void aNoteThatIsTooLongIsSaidWhileItIsTypedAndStaysWhole(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(visitor, id);
        Page page = tab.page();
        press(tab, "n");
        assertThat(page.locator("#note-count")).hasText("");
        page.locator("#note").fill("w".repeat(1900));
        assertThat(page.locator("#note-count")).hasText("1,900 of 2,000 characters");
        page.keyboard().insertText("w".repeat(200));
        assertThat(page.locator("#note-count")).hasText("2,100 of 2,000 characters: too long to be kept");
        tab.checkAndPicture("queue-note-long");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#trouble")).containsText("That cannot be stored");
        assertThat(page.locator("#note")).hasValue("w".repeat(2100));
        assertThat(page.locator("#note-count")).containsText("too long");
        tab.expectStatus(422);
    }

    @Test
    void anEndedSessionIsBegunAnewOnThePage(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        String name = "Mira " + id;
        Tab tab = withNote(visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, name), id);
        Page page = tab.page();
        // What the page asks for by itself would be told of the session, too.
        assertThat(page.locator("#words")).containsText("furious");
        page.context().clearCookies();
        press(tab, "a");
        assertThat(page.locator("#session")).isVisible();
        tab.expectStatus(401);
        tab.checkAndPicture("queue-session");
        String password = people.resetPassword(people.named(name).orElseThrow().id(), Actor.commandLine());
        page.locator("#session-password").fill("wrong");
        page.locator("#session-form button.primary").click();
        assertThat(page.locator("#session-problem")).containsText("do not match");
        page.locator("#session-password").fill(password);
        page.locator("#session-form button.primary").click();
        assertThat(page.locator("#session")).isHidden();
        assertThat(page.locator("#note")).hasValue(TYPED);
        press(tab, "a");
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(reason(id)).isEqualTo(TYPED);
    }

    @Test
    void aServerThatIsGoneIsToldAndTheStepCanBeTriedAgain(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP).toBeCutOff(), id);
        Page page = tab.page();
        page.route("**/items/**", Route::abort);
        press(tab, "a");
        assertThat(page.locator("#trouble")).containsText("The server does not answer");
        assertThat(page.locator("#note")).hasValue(TYPED);
        tab.picture("queue-gone");
        page.unroute("**/items/**");
        tryAgain(tab, id);
    }

    @Test
    void aStepToTryAgainOutlastsWhatIsHeardMeanwhile(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP).toBeCutOff(), id);
        Page page = tab.page();
        page.route("**/items/*/decision", Route::abort);
        press(tab, "a");
        assertThat(page.locator("#trouble")).containsText("The server does not answer");
        page.waitForResponse("**/items/" + id + "?*", () -> hear(page, "queue:reopen"));
        page.waitForResponse("**/queue/list?*", () -> hear(page, "queue:refresh"));
        assertThat(page.locator("#trouble")).containsText("The server does not answer");
        page.unroute("**/items/*/decision");
        tryAgain(tab, id);
    }

    @Test
    void whatWasRefusedIsSaidUntilAStepSucceeds(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP).toBeCutOff(), id);
        Page page = tab.page();
        page.route("**/items/*/decision", QueueBrowserCases::refuse);
        press(tab, "a");
        assertThat(page.locator("#banner")).containsText("Not now");
        hear(page, "queue:refresh", "queue:listed");
        assertThat(page.locator("#banner")).isVisible();
        page.unroute("**/items/*/decision");
        press(tab, "a");
        assertThat(toast(tab)).containsText("Approved");
        assertThat(page.locator("#banner")).isHidden();
    }

    @Test
    void anAnswerThatIsNotShownDoesNotMoveTheFocusLater(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP).toBeCutOff(), id);
        Page page = tab.page();
        page.locator("[data-action=note]").click();
        assertThat(page.locator("#note")).isFocused();
        page.route("**/items/" + id + "?*", QueueBrowserCases::refuse);
        hear(page, "queue:reopen");
        assertThat(page.locator("#banner")).containsText("Not now");
        press(tab, "Escape");
        page.unroute("**/items/" + id + "?*");
        hear(page, "queue:reopen", "queue:shown");
        assertThat(page.locator("#note")).hasValue(TYPED);
        assertThat(page.locator("#note")).not().isFocused();
    }

    @Test
    void anOlderLookAtAnItemDoesNotReplaceANewerOne(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        Page page = tab.page();
        tab.open("/items/" + id);
        AtomicReference<Runnable> late = new AtomicReference<>();
        page.route("**/items/" + id + "?*", route -> {
            APIResponse asItWas = route.fetch();
            late.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(asItWas)));
        });
        hear(page, "queue:reopen");
        page.waitForCondition(() -> late.get() != null);
        press(tab, "c");
        assertThat(page.locator("[data-action=approve]")).isVisible();
        page.evaluate(
                "document.body.addEventListener('htmx:afterRequest', ({ detail }) => {"
                        + " if (detail.requestConfig.triggeringEvent?.type === 'queue:reopen') document.title = 'answered'; })");
        Objects.requireNonNull(late.get()).run();
        page.waitForCondition(() -> page.title().equals("answered"));
        assertThat(page.locator("[data-action=approve]")).isVisible();
        tab.check("claimed");
    }

    private void tryAgain(Tab tab, UUID id) {
        tab.page().locator("[data-action=repeat]").click();
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(reason(id)).isEqualTo(TYPED);
    }

    @Test
    void aModelThatIsBusyOnlyCostsTheWords(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP);
        classifier.refuse(1);
        tab.open("/items/" + id);
        assertThat(tab.page().locator("#words")).containsText("The model is busy");
        tab.page().locator("#words .again").click();
        assertThat(tab.page().locator("#words")).containsText("furious");
        assertThat(tab.page().locator("#said mark")).hasText("furious");
        tab.check("busy model");
    }
}
