package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BrowserTest
class FramePageTests {

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theFrameFitsEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.ADMIN);
        tab.open("/");
        tab.checkAndPicture("frame-signed-in");
        tab.page().locator("details.menu summary").click();
        tab.checkAndPicture("frame-menu");
        if (tab.page().locator("#fold").isVisible()) {
            tab.page().locator("#fold").click();
            assertThat(tab.page().locator("#pages")).isVisible();
            tab.checkAndPicture("frame-unfolded");
        }
    }

    @Test
    void theNavigationLeadsOnlyWhereOneMayGo(Visitor visitor) {
        Tab stranger = visitor.tab(Look.DESKTOP);
        stranger.open("/");
        assertThat(stranger.page().locator("#pages a")).hasText(new String[] {"Analyse", "Batch"});
        Tab viewer = visitor.signedIn(Look.DESKTOP, Role.VIEWER);
        viewer.open("/");
        assertThat(viewer.page().locator("#pages a"))
                .hasText(new String[] {"Analyse", "Batch", "Policies", "Insights", "Models"});
    }

    @Test
    void whoeverWantedAPageGetsThereAfterSigningIn(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        visitor.signIn(tab, Role.VIEWER, "Wants a batch", "/login?next=/batch");
        assertThat(tab.page()).hasURL(Pattern.compile(".*/batch"));
    }

    @Test
    void noAddressLeadsAwayFromHereAfterSigningIn(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        visitor.signIn(tab, Role.VIEWER, "Led away", "/login?next=//example.org/");
        Assertions.assertThat(tab.page().url()).doesNotContain("example.org");
    }

    @Test
    void aServerThatIsGoneIsSaidInPlainWordsAndNothingIsLost(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP).toBeCutOff();
        tab.open("/");
        tab.page().route("**/*", route -> route.abort());
        tab.page().locator("#text").fill("i am so happy about this");
        assertThat(tab.page().locator("#banner")).containsText("The server does not answer");
        assertThat(tab.page().locator("#text")).hasValue("i am so happy about this");
        tab.picture("frame-server-gone");
        tab.page().unroute("**/*");
        tab.page().locator("#text").press("End");
        tab.page().locator("#text").press("!");
        assertThat(tab.page().locator("#banner")).isHidden();
    }

    @Test
    void signingOutIsOneForm(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.page().locator("details.menu summary").click();
        tab.page()
                .getByText("Sign out", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.page()).hasURL(Pattern.compile(".*/login"));
        assertThat(tab.page().locator("#username")).isVisible();
    }
}
