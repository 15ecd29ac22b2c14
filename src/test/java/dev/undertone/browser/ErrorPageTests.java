package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BrowserTest
class ErrorPageTests {

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aMistypedAddressLeadsBackHome(Look look, Visitor visitor) {
        Tab tab = visitor.tab(look);
        Assertions.assertThat(tab.open("/nothing/here")).isEqualTo(404);
        tab.expectStatus(404);
        tab.checkAndPicture("error-404");
        tab.page().getByText("To the analyse page").click();
        assertThat(tab.page().locator("#text")).isVisible();
    }
}
