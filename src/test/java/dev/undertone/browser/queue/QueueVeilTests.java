package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.undertone.account.Role;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who wants texts covered reads none before they ask for it. */
class QueueVeilTests extends QueueBrowserCases {

    private static final Pattern COVERED = Pattern.compile(".*\\bcovered\\b.*");
    private static final Pattern OPEN = Pattern.compile("^(?!.*\\bcovered\\b).*$");
    private static final String BEATS = "/you/exposure";

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        hold("I am furious, and the parcel is still not here", "furious ".repeat(40));
        Tab tab = covering(visitor, look, "Veiled " + look);
        tab.open("/queue");
        tab.checkAndPicture("veil-list");
        press(tab, "j");
        assertThat(veil(tab)).hasClass(COVERED);
        tab.checkAndPicture("veil-item");
        press(tab, "v");
        assertThat(veil(tab)).hasClass(OPEN);
        tab.checkAndPicture("veil-shown");
    }

    @Test
    void noTextIsReadBeforeAKeyUncoversIt(Visitor visitor) {
        UUID id = hold("I am furious about the parcel").get(0);
        Tab tab = covering(visitor, Look.DESKTOP, "Veiled " + id);
        Page page = tab.page();
        tab.open("/queue");
        assertThat(row(tab, id)).containsText("Text covered");
        Assertions.assertThat(row(tab, id).innerHTML()).doesNotContain("parcel");
        press(tab, "j");
        assertThat(veil(tab)).hasClass(COVERED);
        assertThat(page.locator("#words")).hasText("Show them");
        Assertions.assertThat(spoken(page)).contains("Text covered").doesNotContain("parcel", "furious");

        page.locator("[data-veil-hold]").focus();
        page.keyboard().down("Space");
        assertThat(veil(tab)).hasClass(OPEN);
        Assertions.assertThat(spoken(page)).contains("about the parcel");
        page.keyboard().up("Space");
        assertThat(veil(tab)).hasClass(COVERED);
        Assertions.assertThat(spoken(page)).doesNotContain("parcel");
        press(tab, "v");
        assertThat(veil(tab)).hasClass(OPEN);
        Assertions.assertThat(spoken(page)).contains("about the parcel");
        page.locator("#words a").click();
        assertThat(page.locator("#words q")).hasText("furious");
        assertThat(veil(tab)).hasClass(OPEN);
        tab.check("uncovered");
    }

    @Test
    void theMouseUncoversAsLongAsItHoldsWhateverHadTheFocus(Visitor visitor) {
        UUID id = hold("I am furious about the parcel").get(0);
        Tab tab = covering(visitor, Look.DESKTOP, "Veiled from the mouse " + id);
        Page page = tab.page();
        tab.open("/queue");
        press(tab, "j");
        assertThat(page.locator("#item-title")).isFocused();
        page.locator("[data-veil-hold]").hover();
        page.mouse().down();
        assertThat(page.locator("[data-veil-hold]")).isFocused();
        assertThat(veil(tab)).hasClass(OPEN);
        page.mouse().up();
        assertThat(veil(tab)).hasClass(COVERED);

        page.mouse().down();
        assertThat(veil(tab)).hasClass(OPEN);
        page.evaluate("dispatchEvent(new Event('blur'))");
        assertThat(veil(tab)).hasClass(COVERED);
        tab.check("held with the mouse");
    }

    @Test
    void whatColleaguesWroteAboutACoveredTextIsCoveredToo(Visitor visitor) {
        UUID id = hold("I am furious about the parcel").get(0);
        Tab mira = visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Mira " + id);
        write(mira, id, "he means the parcel of may");
        decide(mira, "the parcel again");
        mira.open("/items/" + id);
        assertThat(mira.page().locator(".happenings q"))
                .hasText(new String[] {"he means the parcel of may", "the parcel again"});

        Tab tab = covering(visitor, Look.DESKTOP, "Veiled " + id);
        Page page = tab.page();
        tab.open("/items/" + id);
        assertThat(page.locator(".happenings summary")).hasCount(2);
        Assertions.assertThat(spoken(page)).contains("Words covered. Show them").doesNotContain("parcel");
        tab.checkAndPicture("veil-notes");
        page.locator(".happenings summary").first().press("Enter");
        assertThat(page.locator(".happenings q").first()).isVisible();
        assertThat(page.locator(".happenings q").nth(1)).isHidden();
        tab.checkAndPicture("veil-note-shown");
    }

    @Test
    void onlyWhatWasUncoveredCounts(Visitor visitor) {
        UUID id = hold("I am furious about the parcel").get(0);
        String name = "Veiled reader " + id;
        Tab tab = covering(visitor, Look.DESKTOP, name);
        Page page = tab.page();
        List<String> beats = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith(BEATS)) {
                beats.add(request.postData());
            }
        });
        page.clock().install();
        tab.open("/queue");
        press(tab, "j");
        assertThat(veil(tab)).hasClass(COVERED);
        page.clock().runFor(40_000);
        Assertions.assertThat(beats).as("while it was covered").isEmpty();
        Assertions.assertThat(seconds(name)).isZero();

        press(tab, "v");
        assertThat(veil(tab)).hasClass(OPEN);
        page.waitForResponse(
                answer -> answer.url().endsWith(BEATS), () -> page.clock().runFor(16_000));
        Assertions.assertThat(beats)
                .allSatisfy(beat -> Assertions.assertThat(beat).contains("item=" + id));
        Assertions.assertThat(seconds(name)).isPositive().isLessThanOrEqualTo(20);

        page.waitForResponse(answer -> answer.url().endsWith(BEATS), () -> press(tab, "v"));
        assertThat(veil(tab)).hasClass(COVERED);
        int until = beats.size();
        page.clock().runFor(40_000);
        Assertions.assertThat(beats).as("after it was covered again").hasSize(until);
    }

    private static Tab covering(Visitor visitor, Look look, String name) {
        Tab tab = visitor.signIn(visitor.tab(look), Role.MODERATOR, name);
        tab.open("/you");
        tab.page().locator("input[name=veil][value=ALL]").check();
        tab.page().locator(".settings button.primary").click();
        assertThat(tab.page().locator(".kept")).isVisible();
        return tab;
    }

    private static void write(Tab tab, UUID id, String note) {
        tab.open("/items/" + id);
        press(tab, "c");
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        press(tab, "n");
        tab.page().keyboard().type(note);
        press(tab, "Control+Enter");
        assertThat(tab.page().locator(".happenings q")).hasText(note);
    }

    /** With a reason. */
    private static void decide(Tab tab, String reason) {
        press(tab, "n");
        tab.page().keyboard().type(reason);
        press(tab, "Escape");
        press(tab, "a");
        assertThat(toast(tab)).isVisible();
    }

    private static Locator veil(Tab tab) {
        return sheet(tab).locator("[data-veil]");
    }

    /** What a screen reader finds on the page. */
    private static String spoken(Page page) {
        return page.locator("main").ariaSnapshot();
    }

    private double seconds(String name) {
        return jdbc.sql("select coalesce(sum(d.shown_seconds), 0) from wellbeing_day d"
                        + " join person p on p.id = d.person_id where p.name = ?")
                .param(name)
                .query(Double.class)
                .single();
    }
}
