package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BrowserTest
class AnalysePageTests {

    private static final Pattern ANY_EMOTION = Pattern.compile("sadness|joy|love|anger|fear|surprise");
    private static final String EXPLAIN = "Show the words that moved it";

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.tab(look);
        tab.open("/");
        tab.checkAndPicture("analyse-empty");
        tab.page().getByText("a complaint").click();
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        tab.checkAndPicture("analyse-result");
        tab.page().getByText(EXPLAIN).click();
        assertThat(wordsHeading(tab)).isVisible();
        tab.page().getByText("Copy as curl").click();
        tab.checkAndPicture("analyse-words");
    }

    @Test
    void typingShowsAResultWithoutAnyButton(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        assertThat(tab.page().locator("#text")).isFocused();
        tab.page().keyboard().type("i am so happy about this");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        assertThat(tab.page().locator(".emotion dt"))
                .hasText(new String[] {"sadness", "joy", "love", "anger", "fear", "surprise"});
        assertThat(tab.page().locator("#count")).hasText("24 of 20,000 characters");
        assertThat(tab.page().locator("#said")).containsText(ANY_EMOTION);
        tab.check("typing");
    }

    @Test
    void afterAnExampleWhatIsTypedIsRead(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        tab.page().getByText("a complaint").click();
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        tab.page().keyboard().type(" so i left");
        assertThat(tab.page().locator("#curl")).containsText("so i left");
    }

    @Test
    void anEmptiedFieldTakesTheResultAwayWithoutAComplaint(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        tab.page().locator("#text").fill("i am so happy about this");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        tab.page().locator("#text").fill("");
        assertThat(headline(tab)).hasText("Nothing read yet");
        tab.check("emptied");
    }

    @Test
    void theKeyboardAloneIsEnough(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        Page page = tab.page();
        tab.open("/");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByText("a complaint")).isFocused();
        page.keyboard().press("Enter");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        assertThat(page.locator("#text")).isFocused();
        page.getByText(EXPLAIN).focus();
        page.keyboard().press("Enter");
        assertThat(wordsHeading(tab)).isFocused();
    }

    @Test
    void theWordsComeEvenIfTheyAreAskedForTheMomentTheirButtonIsThere(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        tab.page()
                .evaluate("new MutationObserver((changes, watch) => {"
                        + " const button = document.querySelector('#answer button[name=explain]');"
                        + " if (button) { watch.disconnect(); button.click(); } })"
                        + ".observe(document.getElementById('answer'), { childList: true })");
        tab.page().locator("#text").fill("i am so happy about this");
        assertThat(wordsHeading(tab)).isVisible();
    }

    @Test
    void theWordsComeEvenIfAnAnswerWithoutThemIsStillOnItsWay(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP).toBeCutOff();
        Page page = tab.page();
        tab.open("/");
        page.locator("#text").fill("i am so happy about this");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        Route answer = tab.underWay("/", () -> page.locator("#text").fill("i am so happy about this evening"));
        page.getByText(EXPLAIN).click();
        answer.resume();
        assertThat(wordsHeading(tab)).isVisible();
        assertThat(page.locator("#words .said")).hasText("i am so happy about this evening");
    }

    @Test
    void wordsThatComeLeaveWhoWritesInTheField(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP).toBeCutOff();
        tab.open("/");
        tab.page().locator("#text").fill("i am so happy about this");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        Route words = tab.underWay("/", () -> tab.page().getByText(EXPLAIN).click());
        tab.page().locator("#text").focus();
        words.resume();
        assertThat(wordsHeading(tab)).isVisible();
        assertThat(tab.page().locator("#text")).isFocused();
    }

    @Test
    void aButtonThatOnlyHasTheFocusAsksForNoWords(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        Page page = tab.page();
        tab.open("/");
        page.locator("#text").fill("i am so happy about this");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        Request typed = page.waitForRequest(
                "/",
                () -> page.evaluate("const field = document.getElementById('text'); field.value += ' evening';"
                        + " field.dispatchEvent(new Event('input', { bubbles: true }));"
                        + " document.querySelector('button[name=explain]').focus()"));
        Assertions.assertThat(typed.postData()).contains("evening").doesNotContain("explain");
    }

    @Test
    void withoutScriptsTheFormStillAnswers(Visitor visitor) {
        Tab tab = visitor.tabWithoutScripts(Look.DESKTOP);
        tab.open("/");
        tab.page().locator("#text").fill("i am so happy about this");
        tab.page().locator("button.primary").click();
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        assertThat(tab.page().locator("#text")).hasValue("i am so happy about this");
        tab.page().getByText(EXPLAIN).click();
        assertThat(wordsHeading(tab)).isVisible();
        tab.page().getByText("good news").click();
        assertThat(tab.page().locator("#text")).hasValue(Pattern.compile("keys"));
        tab.picture("analyse");
    }

    @Test
    void aTextThatIsTooLongIsNotCutButRefusedInWords(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        tab.page().locator("#text").fill("a ".repeat(10_001));
        assertThat(headline(tab)).hasText("This text is too long");
        assertThat(tab.page().locator("#count")).hasText("20,002 of 20,000 characters: too long to be read");
        assertThat(tab.page().locator("#said")).hasText("This text is too long");
        tab.expectStatus(413);
        tab.checkAndPicture("analyse-too-long");
    }

    @Test
    void aChosenThemeIsKept(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        tab.page().locator("#theme").click();
        tab.page().locator("#theme").click();
        tab.open("/batch");
        assertThat(tab.page().locator("#theme")).hasText("Theme: dark");
        Assertions.assertThat(tab.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(21, 23, 27)");
        tab.check("dark by choice");
    }

    @Test
    void whatIsTypedIsKeptNowhereInTheBrowser(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/");
        tab.page().locator("#text").fill("i am so happy about this");
        assertThat(headline(tab)).containsText(ANY_EMOTION);
        Object kept = tab.page().evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])");
        Assertions.assertThat(kept.toString()).doesNotContain("happy").endsWith(",\"\"]");
    }

    private static Locator headline(Tab tab) {
        return tab.page().locator("#answer .headline");
    }

    private static Locator wordsHeading(Tab tab) {
        return tab.page().locator("#words h2");
    }
}
