package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.undertone.account.Role;
import dev.undertone.emotion.Emotion;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@BrowserTest
class TriagePageTests {

    private final HeldTexts texts;

    TriagePageTests(@Autowired ApplicationContext context) {
        this.texts = new HeldTexts(context);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        String queue = texts.queueOfMany(look.width() == Look.DESKTOP.width() ? 200 : 40);
        Tab tab = visitor.signedIn(look, Role.MODERATOR);
        tab.open("/triage?queue=" + queue + "&from=60");
        assertThat(tab.page().locator(".sample li")).hasCount(20);
        tab.checkAndPicture("triage");
        tab.page().getByLabel("Reject").check();
        if (tab.page().locator("#typed").isVisible()) {
            tab.page().locator("#typed").fill("12");
            tab.page().locator(".decide button.primary").click();
            assertThat(tab.page().locator("[role=alert].problem")).containsText("does not match");
            tab.expectStatus(422);
            tab.checkAndPicture("triage-problem");
            tab.page().getByLabel("Reject").check();
            tab.page().locator("#typed").fill(count(tab));
        }
        tab.page().locator(".decide button.primary").click();
        assertThat(tab.page().locator(".told")).containsText("rejected");
        tab.checkAndPicture("triage-done");
        tab.open("/triage?queue=nothing-here");
        assertThat(tab.page().locator("#range .empty")).isVisible();
        tab.checkAndPicture("triage-none");
    }

    /** The number that the page asks for. */
    private static String count(Tab tab) {
        return tab.page().locator("label[for=typed]").innerText().replaceAll("\\D", "");
    }

    @Test
    void whatIsWrongIsToldBesideTheFieldToMendAndThePageStaysWhereItIs(Visitor visitor) {
        String queue = texts.queueOfMany(150);
        for (Look look : Look.all()) {
            Tab tab = visitor.signedIn(look, Role.MODERATOR);
            tab.open("/triage?queue=" + queue + "&from=0");
            tab.page().getByLabel("Reject").check();
            tab.page().locator("#typed").fill("12");
            tab.page().locator(".decide button.primary").scrollIntoViewIfNeeded();
            double before = scrolled(tab);
            tab.page().locator(".decide button.primary").click();
            assertThat(tab.page().locator("#decide-problem[role=alert]")).isInViewport();
            assertThat(tab.page().locator("#typed")).isFocused();
            assertThat(tab.page().locator("#typed")).isInViewport();
            Assertions.assertThat(scrolled(tab)).isBetween(before - 300, before + 300);
            tab.expectStatus(422);
        }
    }

    @Test
    void whatWasDoneIsToldWithinSight(Visitor visitor) {
        Tab tab = visitor.signedIn(new Look(390, ColorScheme.LIGHT), Role.MODERATOR);
        tab.open("/triage?queue=" + texts.queueOfMany(40) + "&from=0");
        tab.page().getByLabel("Reject").check();
        tab.page().locator(".decide button.primary").click();
        assertThat(tab.page().locator(".told[role=status] .headline")).isInViewport();
        assertThat(tab.page().locator(".told[role=status]")).isFocused();
    }

    private static double scrolled(Tab tab) {
        return ((Number) tab.page().evaluate("scrollY")).doubleValue();
    }

    @Test
    void theFiguresUnderTheBarsStandWhereTheyBelong(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.open("/triage?queue=" + texts.queueOfMany(5) + "&from=0");
        BoundingBox bars = tab.page().locator("#histogram .bars").boundingBox();
        for (int i = 1; i <= 4; i++) {
            BoundingBox figure =
                    tab.page().locator("#histogram .axis span").nth(i).boundingBox();
            Assertions.assertThat(figure.x + figure.width / 2)
                    .isCloseTo(bars.x + bars.width * i / 5, Assertions.within(1.0));
        }
    }

    @Test
    void draggingOverTheBarsChoosesThemAndAReloadShowsTheSame(Visitor visitor) {
        String queue = texts.queueOfMany(60);
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.open("/triage?queue=" + queue);
        BoundingBox box = tab.page().locator("#histogram .bars").boundingBox();
        tab.page().mouse().move(box.x + box.width * .50 + 2, box.y + 60);
        tab.page().mouse().down();
        tab.page().mouse().move(box.x + box.width * .70, box.y + 60);
        tab.page().mouse().move(box.x + box.width * .80 - 2, box.y + 60);
        tab.page().mouse().up();
        assertThat(tab.page().locator("#in-range")).containsText("from 50 to 80 %");
        assertThat(tab.page().locator("#from")).hasValue("50");
        assertThat(tab.page()).hasURL(Pattern.compile(".*from=50&to=80.*"));
        List<String> shown = tab.page().locator(".sample .said").allInnerTexts();
        tab.page().reload();
        Assertions.assertThat(tab.page().locator(".sample .said").allInnerTexts())
                .isEqualTo(shown)
                .isNotEmpty();
        tab.check("dragged");
    }

    @Test
    void aRangeIsDecidedAndTakenBackByKeyboardAlone(Visitor visitor) {
        String queue = texts.queueOfMany(40);
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.open("/triage?queue=" + queue + "&from=50&to=100");
        Page page = tab.page();
        assertThat(page.locator("#open-items")).not().isEmpty();
        String open = page.locator("#open-items").innerText();
        page.locator("#from").focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#in-range")).containsText("from 0 to 100 %");
        assertThat(page.locator("#said-aloud")).containsText("40 open items");
        page.locator("input[name=outcome]").first().focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().type("all the same");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".told")).isFocused();
        assertThat(page.locator("#range .empty")).isVisible();
        assertThat(page.locator(".toast")).hasCount(0);
        assertThat(page.locator("#open-items")).not().hasText(open);
        tab.check("decided");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("p.told")).containsText("40 taken back");
        assertThat(page.locator("p.told")).isFocused();
        assertThat(page.locator("#in-range")).containsText("40 open items");
        assertThat(page.locator("#open-items")).hasText(open);
        tab.check("taken back");
    }

    @Test
    void withoutScriptsARangeIsDecidedAndTakenBackFromTheList(Visitor visitor) {
        String queue = texts.queueOfMany(30);
        Tab tab = visitor.signIn(visitor.tabWithoutScripts(Look.DESKTOP), Role.MODERATOR, "Triage without scripts");
        tab.open("/triage?queue=" + queue);
        tab.page().locator("#from").fill("0");
        tab.page().getByText("Show this range").click();
        tab.page().getByLabel("Ignore").check();
        tab.page().locator(".decide button.primary").click();
        assertThat(tab.page().locator(".told")).containsText("30 ignored");
        tab.page().locator("table button").first().click();
        assertThat(tab.page().locator(".told")).containsText("30 taken back");
    }

    @Test
    void otherItemsAreShownAndWhatIsFilledInStays(Visitor visitor) {
        String queue = texts.queueOfMany(60);
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        Page page = tab.page();
        tab.open("/triage?queue=" + queue + "&from=0");
        page.getByLabel("Reject").check();
        page.locator("#reason").fill("all the same");
        page.locator("#others").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*seed=1"));
        assertThat(page.locator("#others")).isFocused();
        assertThat(page.locator("#reason")).hasValue("all the same");
        assertThat(page.getByLabel("Reject")).isChecked();
    }

    @Test
    void whatAColleagueTookMeanwhileIsLeftOutAndTold(Visitor visitor) {
        String queue = texts.queueOfMany(30);
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.open("/triage?queue=" + queue + "&from=0");
        UUID taken = texts.takeOne(queue, "Colleague");
        texts.hold(queue, "came in later", HeldTexts.scores(Emotion.ANGER, .7));
        tab.page().getByLabel("Approve").check();
        tab.page().locator(".decide button.primary").click();
        assertThat(tab.page().locator(".told .headline")).containsText("29 approved");
        assertThat(tab.page().locator(".told li")).containsText("held by Colleague");
        assertThat(tab.page().locator("#in-range")).containsText("2 open items");
        Assertions.assertThat(taken).isNotNull();
    }

    @Test
    void aVeilIsLiftedByKeyWhileItIsHeldOrForGood(Visitor visitor) {
        String queue = texts.queueOfMany(3);
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.open("/you");
        tab.page().locator("input[name=veil][value=ALL]").check();
        tab.page().locator(".settings button.primary").click();
        assertThat(tab.page().locator(".kept")).isVisible();
        tab.open("/triage?queue=" + queue + "&from=0");
        Locator first = tab.page().locator("[data-veil]").first();
        Locator text = first.locator(".veil-text");
        assertThat(text).hasAttribute("aria-hidden", "true");
        tab.checkAndPicture("veil-covered");
        first.locator("[data-veil-hold]").focus();
        tab.page().keyboard().down("Space");
        assertThat(text).hasAttribute("aria-hidden", "false");
        tab.page().keyboard().up("Space");
        assertThat(text).hasAttribute("aria-hidden", "true");
        first.locator("[data-veil-hold]").hover();
        tab.page().mouse().down();
        assertThat(text).hasAttribute("aria-hidden", "false");
        tab.page().mouse().up();
        assertThat(text).hasAttribute("aria-hidden", "true");
        first.locator("[data-veil-toggle]").focus();
        tab.page().keyboard().press("Enter");
        assertThat(text).hasAttribute("aria-hidden", "false");
        tab.checkAndPicture("veil-shown");
    }
}
