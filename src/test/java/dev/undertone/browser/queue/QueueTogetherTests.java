package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import dev.undertone.moderation.SubmissionRemoval;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Several people at one queue. */
class QueueTogetherTests extends QueueBrowserCases {

    private static final Actor MADE_UP = new Actor(Actor.Kind.SERVICE, "made-up", "Made up", Optional.empty());
    private static final Pattern STREAM = Pattern.compile("/queue/live\\?");
    private static final Pattern CHANGES = Pattern.compile("/queue/changes\\?");

    @Autowired
    private SubmissionRemoval removal;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void whatAColleagueClaimsAndDecidesGreysOut(Visitor visitor) {
        List<UUID> ids = holdMany(3);
        Tab mine = moderator(visitor, Look.DESKTOP);
        mine.open("/queue");
        listening(mine);
        Tab theirs = visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Mira " + ids.get(0));
        theirs.open("/queue");
        press(theirs, "j");
        UUID taken = UUID.fromString(another(theirs, ""));
        assertThat(row(mine, taken)).hasAttribute("data-state", "held");
        assertThat(row(mine, taken)).containsText("held by Mira");
        assertThat(row(theirs, taken)).hasAttribute("data-state", "yours");
        press(theirs, "r");
        another(theirs, taken.toString());
        // Greyed out at first, and gone with the next look at the list; the numbers go with it.
        assertThat(row(mine, taken)).hasCount(0);
        assertThat(mine.page().locator(".choice").first()).containsText("2");
        assertThat(mine.page().locator("#open-items")).hasText("2");
        mine.check("greyed out");
    }

    @Test
    void whatComesInAppearsByItself(Visitor visitor) {
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/queue");
        listening(tab);
        UUID id = hold("I am furious").get(0);
        assertThat(row(tab, id)).isVisible();
        assertThat(tab.page().locator("#open-items")).hasText("1");
    }

    @Test
    void whatIsRemovedLeavesEveryOpenPage(Visitor visitor) {
        UUID stays = hold("I am furious and here to stay").get(0);
        List<UUID> madeUp = holdBy(MADE_UP, "I am furious and made up", "I am furious and made up too");
        Tab reading = toldByTheStreamAlone(moderator(visitor, Look.DESKTOP));
        reading.open("/items/" + madeUp.get(0));
        listening(reading);
        Tab holding = toldByTheStreamAlone(visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Mira " + stays));
        holding.open("/items/" + madeUp.get(1));
        press(holding, "c");
        assertThat(holding.page().locator("[data-action=approve]")).isVisible();
        listening(holding);
        assertThat(row(reading, madeUp.get(1))).hasAttribute("data-state", "held");

        transaction.executeWithoutResult(running -> removal.removeAllOf(MADE_UP.id(), Actor.commandLine()));

        for (Tab tab : List.of(reading, holding)) {
            Page page = tab.page();
            assertThat(row(tab, madeUp.get(0))).hasCount(0);
            assertThat(row(tab, madeUp.get(1))).hasCount(0);
            assertThat(row(tab, stays)).isVisible();
            assertThat(page.locator("#open-items")).hasText("1");
            assertThat(page.locator(".choice").first()).containsText("1");
            assertThat(page.locator("#trouble")).containsText("This item is no longer there");
            assertThat(sheet(tab)).hasCount(0);
            tab.expectStatus(404);
            tab.checkAndPicture("queue-removed");
            press(tab, "j");
        }
        assertThat(sheet(reading)).hasAttribute("data-item", stays.toString());
    }

    /** Whoever asks is not answered. */
    private static Tab toldByTheStreamAlone(Tab tab) {
        tab.page().route(CHANGES, Route::abort);
        return tab;
    }

    @Test
    void whereNoStreamGetsThroughThePageAsks(Visitor visitor) {
        List<UUID> ids = holdMany(2);
        Tab mine = moderator(visitor, Look.DESKTOP);
        mine.page().route(STREAM, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        mine.open("/queue");
        assertThat(mine.page().locator("html")).hasAttribute("data-live", "asking");
        Tab theirs = moderator(visitor, Look.DESKTOP);
        theirs.open("/queue");
        press(theirs, "j");
        UUID taken = UUID.fromString(another(theirs, ""));
        assertThat(row(mine, taken)).hasAttribute("data-state", "held");
        Assertions.assertThat(ids).contains(taken);
        mine.check("asking");
    }

    @Test
    void theNextItemComesAlthoughItsButtonWasReplacedMeanwhile(Visitor visitor) {
        holdMany(3);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        Page page = tab.page();
        tab.open("/queue");
        press(tab, "j");
        String first = another(tab, "");
        AtomicReference<Route> next = new AtomicReference<>();
        page.route("**/queue/next", next::set);
        press(tab, "j");
        page.waitForCondition(() -> next.get() != null);
        hear(page, "queue:refresh", "queue:listed");
        Objects.requireNonNull(next.get()).resume();
        UUID second = UUID.fromString(another(tab, first));
        assertThat(row(tab, second)).hasAttribute("aria-current", "true");
        assertThat(row(tab, second)).hasAttribute("data-state", "yours");
        assertThat(page.locator("#item-title")).isFocused();
        tab.check("next with another list");
    }

    @Test
    void whoComesSecondIsToldWhoDecidedWhatAndKeepsWhatTheyTyped(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        hold("I am furious too", "so furious");
        Tab slow = moderator(visitor, Look.DESKTOP);
        slow.page().route(STREAM, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        slow.page().route(CHANGES, Route::abort);
        slow.open("/items/" + id);
        press(slow, "c");
        assertThat(slow.page().locator("[data-action=approve]")).isVisible();
        press(slow, "n");
        slow.page().keyboard().type("this took me a while");
        press(slow, "Escape");
        // The lease ran out unseen, and a colleague was quicker.
        jdbc.sql("update reviewable set lease_expires_at = created_at where id = ?")
                .param(id)
                .update();
        Tab quick = visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Tom " + id);
        quick.open("/items/" + id);
        press(quick, "c");
        assertThat(quick.page().locator("[data-action=reject]")).isVisible();
        press(quick, "r");
        assertThat(toast(quick)).containsText("Rejected");
        press(slow, "a");
        Page page = slow.page();
        assertThat(page.locator("#trouble")).containsText("Tom " + id + " has already decided: rejected");
        assertThat(page.locator("#note")).hasValue("this took me a while");
        assertThat(sheet(slow)).hasAttribute("data-standing", "DECIDED");
        slow.expectStatus(409);
        slow.picture("queue-conflict");
        Assertions.assertThat(outcome(id)).isEqualTo("REJECTED");
        // What the page offers now can be done with its key.
        press(slow, "j");
        another(slow, id.toString());
    }

    @Test
    void aLeadGetsWhatIsEscalatedAndGivesItToSomebody(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab mira = visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Mira " + id);
        mira.open("/queue");
        press(mira, "j");
        assertThat(sheet(mira)).isVisible();
        press(mira, "e");
        assertThat(toast(mira)).containsText("leads");
        mira.open("/items/" + id);
        assertThat(mira.page().locator("[data-action=claim]")).hasCount(0);
        Tab lead = visitor.signedIn(Look.DESKTOP, Role.LEAD);
        lead.open("/queue?status=escalated");
        assertThat(row(lead, id)).isVisible();
        lead.checkAndPicture("queue-escalated");
        row(lead, id).locator(".open").click();
        assertThat(lead.page().locator("[data-action=claim]")).isVisible();
        press(lead, "c");
        assertThat(lead.page().locator("[data-action=approve]")).isVisible();
        press(lead, "h");
        lead.page().locator("#assignee").selectOption("Mira " + id);
        lead.page().locator("#due").selectOption("24");
        lead.checkAndPicture("queue-assign");
        lead.page().locator("[data-action=keep]").click();
        assertThat(toast(lead)).containsText("Given to Mira");
        mira.open("/queue?status=mine");
        assertThat(row(mira, id)).containsText("due in");
        mira.checkAndPicture("queue-mine");
    }
}
