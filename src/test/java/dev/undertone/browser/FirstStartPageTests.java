package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.undertone.account.setup.SetupCode;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/** From a service that nobody can sign in to until demo data are there and gone again; one start, in this order. */
@BrowserTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:first-start;DB_CLOSE_DELAY=-1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartPageTests {

    private static final String PASSWORD = "nine owls over a quiet lake";

    private final String code;

    FirstStartPageTests(@Autowired SetupCode code) {
        this.code = String.valueOf(ReflectionTestUtils.getField(code, "code"));
    }

    private static void fill(Page page, String name, String password, String again) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("#again").fill(again);
    }

    @Test
    @Order(1)
    void theSetUpPageFitsEveryScreen(Visitor visitor) {
        for (Look look : Look.all()) {
            Tab tab = visitor.tab(look);
            tab.open("/login");
            assertThat(tab.page()).hasURL(Pattern.compile(".*/setup"));
            tab.checkAndPicture("setup");
            tab.page().locator("#code").fill("abcd-efgh-jkmn");
            fill(tab.page(), "Mira", PASSWORD, PASSWORD);
            tab.page().locator("form.form button.primary").click();
            assertThat(tab.page().locator("#problem")).containsText("This is not the set-up code");
            tab.expectStatus(422);
            tab.checkAndPicture("setup-refused");
        }
    }

    @Test
    @Order(2)
    void withoutScriptsTheFirstStartWorksAsWell(Visitor visitor) {
        Tab tab = visitor.tabWithoutScripts(Look.DESKTOP);
        tab.open("/setup?code=" + code);
        assertThat(tab.page().locator("#code")).hasValue(code);
        fill(tab.page(), "Mira", PASSWORD, PASSWORD + "!");
        tab.page().locator("form.form button.primary").click();
        assertThat(tab.page().locator("#problem")).containsText("The two passwords differ");
        tab.picture("setup-differ");
    }

    @Test
    @Order(3)
    void byKeyboardAloneSomebodyBecomesTheAdministratorAndBringsTheDemoDataIn(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        Page page = tab.page();
        tab.open("/setup?code=" + code);
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().type("Mira Winter");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#password")).hasAttribute("type", "text");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        assertThat(page.locator("#again-state")).hasText("Both are the same.");
        tab.picture("setup-shown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/admin/welcome"));
        tab.checkAndPicture("welcome-demo");
        page.locator("form.actions button").click();
        assertThat(page).hasURL(Pattern.compile(".*/admin/welcome/next"));
        tab.checkAndPicture("welcome-next");
        tab.open("/setup");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }

    private static Tab mira(Visitor visitor, Look look) {
        Tab tab = visitor.tab(look);
        tab.open("/login");
        tab.checkAndPicture("login");
        tab.page().locator("#username").fill("mira winter");
        tab.page().locator("#password").fill(PASSWORD);
        tab.page().locator("form.login button.primary").click();
        assertThat(tab.page()).hasURL(Pattern.compile(".*/admin"));
        return tab;
    }

    @Test
    @Order(4)
    void theDemoDataComeWhileSomebodyWatches(Visitor visitor) {
        Tab tab = mira(visitor, Look.DESKTOP);
        tab.open("/admin/demo");
        tab.picture("admin-demo-running");
        assertThat(tab.page().locator("#demo-progress")).containsText("The demo data are here");
        assertThat(tab.page().locator("#demo-progress")).containsText("200 of 200 texts");
        tab.check("demo data");
        tab.open("/admin");
        assertThat(tab.page().locator(".figures dt")).hasText(new String[] {"care", "conduct", "uncertain"});
    }

    @Test
    @Order(5)
    void everyPageOfTheFirstStartAndTheDemoDataFitsEveryScreen(Visitor visitor) {
        for (Look look : Look.all()) {
            Tab tab = mira(visitor, look);
            tab.checkAndPicture("admin-overview");
            for (String path : List.of("welcome", "welcome/next", "demo")) {
                tab.open("/admin/" + path);
                tab.checkAndPicture("admin-" + path.replace('/', '-'));
            }
        }
    }

    @Test
    @Order(6)
    void aWrongPasswordIsSaidAndTheNameStays(Visitor visitor) {
        Tab tab = visitor.tab(new Look(390, ColorScheme.DARK));
        tab.open("/login");
        tab.page().locator("#username").fill("mira winter");
        tab.page().locator("#password").fill("something else");
        tab.page().locator("form.login button.primary").click();
        assertThat(tab.page().locator("#problem")).containsText("Name and password do not match");
        assertThat(tab.page().locator("#username")).hasValue("mira winter");
        assertThat(tab.page().locator("#password")).isFocused();
        tab.expectStatus(401);
        tab.checkAndPicture("login-refused");
    }

    @Test
    @Order(7)
    void oneClickRemovesTheDemoData(Visitor visitor) {
        Tab tab = mira(visitor, Look.DESKTOP);
        tab.open("/admin/demo");
        tab.page().locator("form[action$=remove] button").click();
        assertThat(tab.page().locator(".told")).containsText("The demo data are gone: 200 texts");
        tab.checkAndPicture("admin-demo-removed");
        tab.open("/admin");
        Assertions.assertThat(tab.page().locator(".figures").count()).isZero();
        tab.checkAndPicture("admin-overview-empty");
    }
}
