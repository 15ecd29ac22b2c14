package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Somebody who types while a step is under way goes on typing: no letter of theirs becomes a command, and none is lost.
 */
class QueueTypingTests extends QueueBrowserCases {

    @Test
    void aNoteThatIsBegunBeforeAClaimIsAnsweredGoesOn(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        tab.open("/items/" + id);
        Route claim = underWay(tab, "c", "**/claim");
        press(tab, "n");
        type(tab, "see ");
        claim.resume();
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        type(tab, "aria");
        assertThat(tab.page().locator("#note")).hasValue("see aria");
        Assertions.assertThat(status(id)).isEqualTo("OPEN");
        tab.check("typed over a claim");
    }

    @Test
    void whatIsTypedAfterANoteWasSentIsNotLost(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP).toBeCutOff(), id);
        press(tab, "n");
        Route save = underWay(tab, "Control+Enter", "**/notes");
        type(tab, " and so");
        save.resume();
        assertThat(sheet(tab).locator(".words-of")).hasText(TYPED);
        type(tab, " are they");
        assertThat(tab.page().locator("#note")).hasValue(" and so are they");
        Assertions.assertThat(status(id)).isEqualTo("OPEN");
    }

    @Test
    void aNoteThatIsBegunWhileTheNextItemComesIsAboutThatOne(Visitor visitor) {
        holdMany(2);
        Tab tab = moderator(visitor, Look.DESKTOP).toBeCutOff();
        tab.open("/queue");
        press(tab, "j");
        String first = another(tab, "");
        Route decision = underWay(tab, "a", "**/decision");
        press(tab, "n");
        type(tab, "see ");
        decision.resume();
        UUID second = UUID.fromString(another(tab, first));
        type(tab, "aria");
        assertThat(tab.page().locator("#note")).hasValue("see aria");
        Assertions.assertThat(status(second)).isEqualTo("OPEN");
        Assertions.assertThat(reason(UUID.fromString(first))).isEmpty();
    }

    @Test
    void aNoteThatIsSavedLeavesTheChosenOpinion(Visitor visitor) {
        UUID id = hold("I am furious").get(0);
        Tab tab = withNote(moderator(visitor, Look.DESKTOP), id);
        press(tab, "1");
        press(tab, "n");
        press(tab, "Control+Enter");
        assertThat(sheet(tab).locator(".words-of")).hasText(TYPED);
        assertThat(tab.page().locator("[data-action=emotion-0]")).isChecked();
        press(tab, "a");
        assertThat(toast(tab)).containsText("Approved");
        Assertions.assertThat(jdbc.sql("select correction from decision where reviewable_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualToIgnoringCase("sadness");
    }

    private static void type(Tab tab, String words) {
        tab.page().keyboard().type(words);
    }
}
