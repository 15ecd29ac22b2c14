package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Download;
import dev.undertone.account.Role;
import dev.undertone.insights.Insights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@BrowserTest
class InsightsPageTests {

    /** How many pictures and words in them reach out of their card, or can only be seen by scrolling. */
    private static final String CUT_OFF =
            "[...document.querySelectorAll('figure svg, figure svg text')].filter(part => {"
                    + " const card = part.closest('figure').getBoundingClientRect(), own = part.getBoundingClientRect();"
                    + " return own.width > 0 && (own.left < card.left || own.right > card.right); }).length";

    /** Words in pictures that lie on others. */
    private static final String OVERLAPPING = "[...document.querySelectorAll('figure svg')].flatMap(picture => {"
            + " const words = [...picture.querySelectorAll('text')]"
            + "  .map(word => [word.textContent, word.getBoundingClientRect()])"
            + "  .filter(([, place]) => place.width > 0);"
            + " return words.filter(([, one], at) => words.slice(at + 1).some(([, other]) => one.left < other.right"
            + "  && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).map(([text]) => text); })";

    /** Names in pictures that touch the box behind them, so that it is unclear which box they name. */
    private static final String TOUCHING = "[...document.querySelectorAll('figure svg')].flatMap(picture => {"
            + " const boxes = [...picture.querySelectorAll('rect')].map(box => box.getBoundingClientRect());"
            + " return [...picture.querySelectorAll('text.soft')].filter(word => { const own = word.getBoundingClientRect();"
            + "  return own.width > 0 && boxes.some(box => own.left < box.left && box.left < own.right + 4"
            + "   && own.top < box.bottom && box.top < own.bottom); }).map(word => word.textContent); })";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Insights insights;

    static List<Look> looks() {
        return Look.all();
    }

    @BeforeEach
    void fewWeeks() {
        new InsightRows(jdbc).replace(clock.instant().minus(Duration.ofDays(28)), 28);
        insights.forget();
    }

    @AfterEach
    void leaveNothingToOthers() {
        new InsightRows(jdbc).remove();
        insights.forget();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyChartIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.VIEWER);
        tab.open("/insights");
        assertThat(tab.page().locator("figure svg")).hasCount(8);
        Assertions.assertThat(tab.page().evaluate(CUT_OFF)).isEqualTo(0);
        Assertions.assertThat(tab.page().evaluate(OVERLAPPING)).isEqualTo(List.of());
        Assertions.assertThat(tab.page().evaluate(TOUCHING)).isEqualTo(List.of());
        tab.checkAndPicture("insights");
        tab.page().locator("figure summary").first().click();
        assertThat(tab.page().locator("figure table").first()).isVisible();
        tab.check("insights with a table");
    }

    @Test
    void thePageComesBeforeItsFiguresAreCounted(Visitor visitor) {
        APIRequestContext request =
                visitor.signedIn(Look.DESKTOP, Role.VIEWER).page().request();

        Assertions.assertThat(request.get("/insights?days=7").text())
                .contains("hx-get=\"/insights/counted?days=7\"", "href=\"/insights?days=7&amp;counted=true\"")
                .doesNotContain("<figure");
        Assertions.assertThat(request.get("/insights/counted?days=7").text())
                .contains("<figure")
                .doesNotContain("<html");
        Assertions.assertThat(request.get("/insights?days=7").text()).contains("<figure");
        Assertions.assertThat(request.get("/insights?days=90&counted=true").text())
                .contains("<figure");
        Assertions.assertThat(request.get("/insights/counted?days=8").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void anEmptyPageSaysWhatWillBeHere(Look look, Visitor visitor) {
        new InsightRows(jdbc).remove();
        insights.forget();
        Tab tab = visitor.signedIn(look, Role.VIEWER);
        tab.open("/insights?days=90");
        assertThat(tab.page().locator(".empty")).containsText("Nothing to count yet");
        tab.checkAndPicture("insights-empty");
    }

    @Test
    void aChartGivesItsTableAsAFileThatNoSpreadsheetCarriesOut(Visitor visitor) throws IOException {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.VIEWER);
        tab.open("/insights");
        Download download = tab.page()
                .waitForDownload(
                        () -> tab.page().locator("a[href*='rules.csv']").click());
        String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
        Assertions.assertThat(csv).startsWith("rule,overridden,95 % interval,").contains("'=strong anger,");
        Assertions.assertThat(download.suggestedFilename())
                .matches("undertone-rules-30-days-[0-9-]{10}T[0-9-]{8}Z[.]csv");
    }

    @Test
    void theFiguresOnScreenAreThoseOfTheDatabase(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.VIEWER);
        tab.open("/insights");
        Long flagged = jdbc.queryForObject("select count(*) from submission where verdict <> 'ALLOW'", Long.class);
        Long waiting = jdbc.queryForObject("select count(*) from reviewable where status <> 'DECIDED'", Long.class);
        assertThat(tab.page().locator(".figures dd").nth(1)).hasText(String.valueOf(flagged));
        assertThat(tab.page().locator(".figures dd").nth(3)).hasText(String.valueOf(waiting));
    }
}
