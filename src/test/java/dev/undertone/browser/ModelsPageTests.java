package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.undertone.account.Role;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BrowserTest
class ModelsPageTests {

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.ADMIN);
        tab.open("/models");
        tab.checkAndPicture("models-list");
        if (tab.page().getByText("See its card").count() > 0) {
            tab.page().getByText("See its card").first().click();
            assertThat(tab.page().locator(".facts-list")).isVisible();
            tab.checkAndPicture("models-card");
            tab.open(tab.page().url() + "/compare?with=" + tab.page().url().replaceAll(".*/", ""));
            tab.checkAndPicture("models-compare");
        }
    }

    @Test
    void aViewerReadsTheCardsAndCannotSwitch(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.VIEWER);
        Assertions.assertThat(tab.open("/models")).isEqualTo(200);
        assertThat(tab.page().locator("form.switch")).hasCount(0);
        Assertions.assertThat(tab.open("/models/no-such-checkpoint")).isEqualTo(404);
        tab.expectStatus(404);
        tab.check("a viewer's models");
    }
}
