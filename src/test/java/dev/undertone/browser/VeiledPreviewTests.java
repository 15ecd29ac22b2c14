package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.Role;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts that a draft would judge otherwise, for whoever wants texts covered. */
@BrowserTest
class VeiledPreviewTests {

    @Autowired
    private JdbcClient jdbc;

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void eachTextIsOpenedByItself(Look look, Visitor visitor) {
        new StoredScoresForPages(jdbc).store(60, 7);
        Tab tab = visitor.signedIn(look, Role.ADMIN);
        Page page = tab.page();
        tab.open("/you");
        page.locator("input[name=veil][value=ALL]").check();
        page.locator(".settings button.primary").click();
        assertThat(page.locator(".kept")).isVisible();
        tab.open("/policies/new");
        page.locator("#name").fill("veiled-" + look);
        page.getByText("Create a draft").click();
        page.locator("#percent-0-0").fill("20");
        assertThat(page.locator("#preview .flips .under-veil").first()).isVisible();
        assertThat(page.locator("#preview .flip-text").first()).isHidden();
        page.locator("#preview .flips summary").first().press("Enter");
        assertThat(page.locator("#preview .flip-text").first()).isVisible();
        assertThat(page.locator("#preview .flip-text").nth(1)).isHidden();
        tab.checkAndPicture("policies-veiled");
    }
}
