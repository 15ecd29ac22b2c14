package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class AuditPageTests {

    private final Intake intake;

    AuditPageTests(@Autowired Intake intake) {
        this.intake = intake;
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.LEAD);
        tab.open("/audit");
        tab.page().getByText("Check the chain").click();
        assertThat(tab.page().locator("#check")).containsText("The chain holds.");
        tab.page().locator(".entries summary").first().click();
        tab.checkAndPicture("audit-list");
        tab.open("/audit?actor=nobody+at+all");
        tab.checkAndPicture("audit-none");
    }

    @Test
    void theFilterLeavesWhatMatchesAndTheFileHoldsTheSame(Visitor visitor) throws IOException {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.ADMIN);
        Page page = tab.page();
        tab.open("/audit");
        page.locator("#action").selectOption("person.created");
        page.locator("#actor").fill("command-line");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".deed").first()).containsText("Somebody at the command line added person");
        int shown = page.locator(".entries > li").count();
        Download file = page.waitForDownload(
                () -> page.getByText("Download these as CSV").click());
        List<String> lines = Files.readAllLines(file.path(), StandardCharsets.UTF_8);
        Assertions.assertThat(lines).hasSizeGreaterThan(shown);
        Assertions.assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("person.created"));
        tab.check("filtered");
    }

    @Test
    void whatAKeyDidReadsAsASentence(Visitor visitor) {
        Actor key = new Actor(Actor.Kind.API_KEY, "key-of-a-sentence", "forum key", Optional.empty());
        intake.submit(
                new NewSubmission(Optional.empty(), "forum", Optional.empty(), "my words", Optional.empty()), key);
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.LEAD);
        tab.open("/audit?actor=key-of-a-sentence");
        assertThat(tab.page().locator(".deed").first()).containsText("forum key (API key) received text");
    }

    @Test
    void aHeadThatCannotBeOneIsRefusedInWords(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.LEAD);
        Page page = tab.page();
        tab.open("/audit");
        page.locator(".kept summary").click();
        page.locator("#count").fill("7");
        page.locator("#hash").fill("not a hash");
        page.getByText("Check the chain").click();
        assertThat(page.locator("#check")).containsText("This cannot be a head");
        assertThat(page.locator("#said-aloud")).containsText("This cannot be a head");
        tab.checkAndPicture("audit-bad-head");
    }

    @Test
    void withoutScriptsTheChainIsCheckedAndTheListFiltered(Visitor visitor) {
        Tab tab = visitor.tabWithoutScripts(Look.DESKTOP);
        visitor.signIn(tab, Role.LEAD, "plain auditor");
        Page page = tab.page();
        tab.open("/audit?from=yesterday");
        assertThat(page.locator("main")).containsText("\"From\" is no day");
        page.getByText("Check the chain").click();
        assertThat(page.locator("#check")).containsText("The chain holds.");
        tab.picture("audit-list");
    }

    @Test
    void whoeverMayNotReadTheTrailIsToldSo(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        Assertions.assertThat(tab.open("/audit")).isEqualTo(403);
    }
}
