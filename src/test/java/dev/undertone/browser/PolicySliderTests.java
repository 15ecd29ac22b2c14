package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.undertone.account.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures beside a threshold while it is moved. */
@BrowserTest
class PolicySliderTests {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final int OFTEN = 100;

    private final JdbcClient jdbc;

    PolicySliderTests(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void storeTexts() {
        new StoredScoresForPages(jdbc).ensure();
    }

    @Test
    void theLastPositionOfASliderWins(Visitor visitor) {
        Page page = newDraft(visitor);
        for (int percent = 80; percent >= 0; percent -= 4) {
            slide(page, percent);
        }
        assertThat(page.locator("#sentence-0")).containsText("anger is at least 0");
        assertThat(page.locator("#preview .counts tbody tr")
                        .nth(2)
                        .locator("td")
                        .nth(1))
                .hasText("0");
    }

    @Test
    void theFiguresFollowASliderThatDoesNotRest(Visitor visitor) {
        Page page = newDraft(visitor);
        assertThat(page.locator("#preview .counts")).isVisible();
        page.clock().install();
        page.reload();
        assertThat(page.locator("#preview .counts")).isVisible();
        page.clock().pauseAt(((Number) page.evaluate("Date.now() + 60_000")).longValue());
        Request meanwhile = page.waitForRequest("**/try", () -> {
            for (int percent = 80; percent > 70; percent--) {
                slide(page, percent);
                page.clock().runFor(OFTEN);
            }
        });
        Assertions.assertThat(meanwhile.postData()).doesNotContain("percent=71&");
        page.clock().runFor(2 * OFTEN);
        assertThat(page.locator("#sentence-0")).containsText("anger is at least 71");
    }

    @Test
    void whatAnAnswerWouldPutBackCannotBeChangedBeforeItComes(Visitor visitor) {
        Page page = newDraft(visitor);
        AtomicReference<Route> change = new AtomicReference<>();
        page.route("**/edit", change::set);
        page.locator("#emotion-0-0").focus();
        page.locator("#emotion-0-0").selectOption("fear");
        page.waitForCondition(() -> change.get() != null);
        assertThat(page.locator("#editor")).hasAttribute("inert", "");
        Objects.requireNonNull(change.get()).resume();
        assertThat(page.locator("#sentence-0")).containsText("fear is at least 80");
        assertThat(page.locator("#editor")).not().hasAttribute("inert", "");
        assertThat(page.locator("#emotion-0-0")).isFocused();
    }

    @Test
    void whoLeavesWithWhatTheyChangedIsAskedFirst(Visitor visitor) {
        Page page = newDraft(visitor);
        String edited = page.url();
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.locator("#note").pressSequentially("less noise");
        page.locator("header a[href='/insights']").click();
        assertThat(page.locator("#note")).hasValue("less noise");
        Assertions.assertThat(asked).containsExactly("beforeunload");
        page.locator(".store a").click();
        page.waitForURL(url -> !url.equals(edited));
        Assertions.assertThat(asked).hasSize(1);
    }

    private static Page newDraft(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.POLICY_OWNER).toBeCutOff();
        tab.open("/policies/new");
        tab.page().locator("#name").fill("slides-" + NAMES.incrementAndGet());
        tab.page().getByText("Create a draft").click();
        tab.page().waitForURL(Pattern.compile(".*/edit.*"));
        return tab.page();
    }

    private static void slide(Page page, int percent) {
        page.locator("#percent-0-0")
                .evaluate(
                        "(slider, to) => { slider.value = to; slider.dispatchEvent(new Event('input', {bubbles: true})); }",
                        Integer.toString(percent));
    }
}
