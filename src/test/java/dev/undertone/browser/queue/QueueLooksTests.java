package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of the page on every screen. */
class QueueLooksTests extends QueueBrowserCases {

    /** The letters of the longest line in an element. */
    private static final String LONGEST_LINE = "element => { const lines = new Map(), letter = document.createRange();"
            + " const pieces = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);"
            + " while (pieces.nextNode()) for (let at = 0; at < pieces.currentNode.length; at++) {"
            + "  letter.setStart(pieces.currentNode, at); letter.setEnd(pieces.currentNode, at + 1);"
            + "  const line = Math.round(letter.getBoundingClientRect().bottom);"
            + "  lines.set(line, (lines.get(line) ?? 0) + 1); }"
            + " return Math.max(...lines.values()); }";

    /** How many rows of the list have something that reaches out of them. */
    private static final String WIDER_ROWS =
            "[...document.querySelectorAll('.row')].filter(row => row.scrollWidth > row.clientWidth).length";

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = moderator(visitor, look);
        tab.open("/queue");
        tab.checkAndPicture("queue-empty");
        List<UUID> ids = holdAs(
                Optional.of("a7f2"),
                "I can’t believe they lied to us again. I am absolutely furious, and I will not let this go.",
                "He keeps writing to me and I am scared to open the app any more.",
                "You people always do this. Every single time you promise and then nothing: i am furious",
                "furious ".repeat(400) + "averyveryverylongwordwithoutanyplacetobreak".repeat(6),
                "أنا غاضب furious جدا لأن لا أحد يجيب");
        jdbc.sql("update reviewable set holder_id = 'of-another', holder_name = ?,"
                        + " lease_expires_at = created_at + interval '1' hour where id = ?")
                .params("Maximiliane" + "W".repeat(49), ids.get(2))
                .update();
        tab.open("/queue");
        assertThat(row(tab, ids.get(2))).containsText("held by Maximiliane");
        Assertions.assertThat(tab.page().evaluate(WIDER_ROWS)).isEqualTo(0);
        tab.checkAndPicture("queue-list");
        press(tab, "j");
        assertThat(sheet(tab)).isVisible();
        assertThat(tab.page().locator("#words")).containsText("scared");
        tab.checkAndPicture("queue-item");
        press(tab, "n");
        tab.page().locator("#note").fill("Has done this before, see the other thread.");
        tab.checkAndPicture("queue-note");
        tab.page().keyboard().press("Escape");
        press(tab, "w");
        tab.checkAndPicture("queue-wrong");
        press(tab, "4");
        tab.page().keyboard().press("Escape");
        press(tab, "r");
        assertThat(toast(tab)).containsText("Rejected");
        tab.checkAndPicture("queue-toast");
        press(tab, "?");
        tab.checkAndPicture("queue-keys");
    }

    @Test
    void noLineOfATextIsLongerThanEyesFollow(Visitor visitor) {
        UUID id = hold("I am furious. " + "You people always do this, every single time you promise. ".repeat(8))
                .get(0);
        Tab tab = moderator(visitor, Look.DESKTOP);
        tab.open("/items/" + id);
        assertThat(tab.page().locator("#words")).containsText("furious");
        Object longest = tab.page().locator("#said .said").evaluate(LONGEST_LINE);
        Assertions.assertThat(((Number) longest).intValue()).isBetween(50, 70);
    }
}
