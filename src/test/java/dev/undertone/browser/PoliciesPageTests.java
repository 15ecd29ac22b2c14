package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.undertone.account.Role;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class PoliciesPageTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final JdbcClient jdbc;

    PoliciesPageTests(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<Look> looks() {
        return Look.all();
    }

    @BeforeEach
    void storeTexts() {
        new StoredScoresForPages(jdbc).ensure();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.POLICY_OWNER);
        Page page = tab.page();
        tab.open("/policies");
        tab.checkAndPicture("policies-list");
        newDraft(tab);
        tab.checkAndPicture("policies-edit");
        slide(page, "55");
        assertThat(page.locator("#preview .preview-head")).containsText("more than now");
        page.locator("#add-rule").click();
        assertThat(page.locator("#name-4")).isVisible();
        page.locator("#note").fill("Anger from 55 %, since conduct has time for more than it gets at the moment.");
        tab.checkAndPicture("policies-edit-moved");
        page.getByText("Store as draft").click();
        assertThat(page.locator("h1 .state")).hasText("Draft");
        tab.checkAndPicture("policies-draft");
        button(page, "Preview this version").click();
        assertThat(page.locator("#preview .preview-head")).isVisible();
        page.getByText("Activate …").click();
        tab.checkAndPicture("policies-previewed");
        button(page, "Start in the shadow").click();
        assertThat(page.locator(".done")).containsText("shadow");
        tab.checkAndPicture("policies-shadow");
        // Only so many may stand there at once.
        page.getByText("Archive …").click();
        button(page, "Yes, archive").click();
        assertThat(page.locator("h1 .state")).hasText("Archived");
        page.getByText("All versions of").click();
        tab.checkAndPicture("policies-policy");
        button(page, "Side by side").click();
        assertThat(page.locator(".compared")).isVisible();
        tab.checkAndPicture("policies-compare");
        tab.open("/policies/new");
        page.locator("#name").fill("Not a name");
        page.getByText("Create a draft").click();
        assertThat(page.locator("main [role=alert]")).isVisible();
        tab.expectStatus(422);
        tab.checkAndPicture("policies-new-refused");
    }

    @Test
    void aSliderShowsAtOnceWhatWouldFlip(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER);
        Page page = tab.page();
        newDraft(tab);
        assertThat(page.locator("#preview")).containsText("as many as now");
        slide(page, "20");
        assertThat(page.locator("#sentence-0")).containsText("anger is at least 20");
        assertThat(page.locator("#preview")).containsText("more than now");
        assertThat(page.locator("#preview .flips li")).hasCount(20);
        assertThat(page.locator("#preview .flips li").first()).containsText("Hold for conduct");
        Assertions.assertThat(versions(page)).isEqualTo(1);
        tab.check("after the slider");
    }

    @Test
    void theKeyboardAloneWritesStoresPreviewsActivatesAndRollsBack(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER);
        Page page = tab.page();
        newDraft(tab);
        page.locator("#percent-0-0").focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#sentence-0")).containsText("78");
        page.locator("#down-0").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#down-1")).isFocused();
        page.getByText("Store as draft").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1 .state")).hasText("Draft");
        assertThat(button(page, "Activate …")).isDisabled();
        button(page, "Preview this version").focus();
        page.keyboard().press("Enter");
        page.locator("summary", new Page.LocatorOptions().setHasText("Activate …"))
                .focus();
        page.keyboard().press("Enter");
        button(page, "Yes, activate").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1 .state")).hasText("Live");
        page.locator("summary", new Page.LocatorOptions().setHasText("Roll back …"))
                .focus();
        page.keyboard().press("Enter");
        page.locator(".confirm button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".done")).containsText("judges every new text again");
        assertThat(page.locator("h1 .state")).hasText("Live");
        tab.check("rolled back");
    }

    @Test
    void whatIsWrongIsNamedWhereItStandsAndNothingIsStored(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER);
        Page page = tab.page();
        newDraft(tab);
        page.locator("#queue-0").fill("No Such Queue!");
        assertThat(page.locator("#preview")).containsText("Cannot be counted yet");
        page.getByText("Store as draft").click();
        assertThat(page.locator("#editor [role=alert]")).containsText("Rule 1");
        tab.expectStatus(422);
        assertThat(page.locator("#queue-0")).hasValue("No Such Queue!");
        tab.checkAndPicture("policies-problem");
    }

    @Test
    void aVersionThatSomebodyElseMadeMeanwhileCostsNothingThatWasTyped(Visitor visitor) {
        Tab mine = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER);
        newDraft(mine);
        Tab theirs = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER);
        theirs.open(mine.page().url());
        theirs.page().getByText("Store as draft").click();
        assertThat(theirs.page().locator("h1 .state")).hasText("Draft");
        slide(mine.page(), "33");
        mine.page().locator("#note").fill("mine");
        mine.page().getByText("Store as draft").click();
        assertThat(mine.page().locator("#editor [role=alert]")).containsText("stored version 2 while you were writing");
        mine.expectStatus(409);
        assertThat(mine.page().locator("#note")).hasValue("mine");
        assertThat(mine.page().locator("#percent-0-0")).hasValue("33");
        mine.checkAndPicture("policies-meanwhile");
        mine.page().getByText("Store mine all the same, as version 3").click();
        assertThat(mine.page().locator("h1")).containsText("version 3");
    }

    @Test
    void withoutScriptsRulesAreWrittenTriedAndStored(Visitor visitor) {
        Tab tab = visitor.tabWithoutScripts(Look.DESKTOP);
        visitor.signIn(tab, Role.POLICY_OWNER, "plain owner " + NAMES.incrementAndGet());
        Page page = tab.page();
        newDraft(tab);
        page.locator("#add-rule").click();
        page.locator("#name-4").fill("no scripts");
        page.locator("#add-4-kind").selectOption("CHANNELS");
        page.locator("#add-4").click();
        page.locator("#channels-4-1").fill("forum/general, chat");
        page.locator("button.scriptless").click();
        assertThat(page.locator("#sentence-4")).containsText("posted in chat or forum/general");
        assertThat(page.locator("#preview .preview-head")).isVisible();
        tab.picture("policies-edit");
        page.getByText("Store as draft").click();
        assertThat(page.locator(".rules")).containsText("no scripts");
        button(page, "Preview this version").click();
        page.locator("summary", new Page.LocatorOptions().setHasText("Archive …"))
                .click();
        button(page, "Yes, archive").click();
        assertThat(page.locator("h1 .state")).hasText("Archived");
    }

    @Test
    void aViewerSeesAndCannotChange(Visitor visitor) {
        Tab owner = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER);
        newDraft(owner);
        String edit = owner.page().url();
        String version = edit.replaceAll("/edit.*", "/versions/1");
        Tab viewer = visitor.signedIn(Look.DESKTOP, Role.VIEWER);
        viewer.open("/policies");
        assertThat(viewer.page().getByText("New policy")).hasCount(0);
        viewer.open(version);
        assertThat(viewer.page().locator("main form")).hasCount(0);
        assertThat(viewer.page().locator(".rules li")).hasCount(4);
        viewer.checkAndPicture("policies-viewer");
    }

    private static void newDraft(Tab tab) {
        tab.open("/policies/new");
        tab.page().locator("#name").fill("careful-with-anger-" + NAMES.incrementAndGet());
        tab.page().getByText("Create a draft").click();
        tab.page().waitForURL(Pattern.compile(".*/edit.*"));
    }

    private static void slide(Page page, String percent) {
        page.locator("#percent-0-0")
                .evaluate(
                        "(slider, to) => { slider.value = to; slider.dispatchEvent(new Event('input', {bubbles: true})); }",
                        percent);
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    private int versions(Page page) {
        String policy = page.url().replaceAll(".*/policies/([0-9a-f-]{36}).*", "$1");
        return jdbc.sql("select count(*) from policy_version where policy_id = :policy")
                .param("policy", java.util.UUID.fromString(policy))
                .query(Integer.class)
                .single();
    }
}
