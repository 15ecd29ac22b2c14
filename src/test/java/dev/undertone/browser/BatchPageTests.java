package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BrowserTest
class BatchPageTests {

    private static final String FEEDBACK = """
            text
            I am so happy with the new garden
            They made me furious again and again
            ""
            "Honestly, I am scared of the dark hall"
            It is a sad day for the whole street
            Suddenly the lights went out
            I love how you all helped each other
            I am happy that the bus was on time
            =cmd is what I am happy about
            """;

    private static final Pattern BATCH = Pattern.compile(".*/batch/[0-9a-f]{32}");

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        Tab tab = visitor.tab(look);
        tab.open("/batch");
        tab.checkAndPicture("batch-empty");
        upload(tab);
        assertThat(tab.page().getByText("Download CSV")).isVisible();
        tab.checkAndPicture("batch-result");
    }

    @Test
    void aFileGoesInAndAResultComesOut(Visitor visitor) throws IOException {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/batch");
        upload(tab);
        assertThat(tab.page().getByText("One row could not be read")).isVisible();
        Download download = tab.page()
                .waitForDownload(() -> tab.page().getByText("Download CSV").click());
        String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
        Assertions.assertThat(csv.lines()).hasSize(9);
        Assertions.assertThat(csv)
                .startsWith(
                        "line,text,emotion,probability,sadness,joy,love,anger,fear,surprise,sentiment,tokens,notices")
                .contains("'=cmd is what", "\"Honestly, I am scared of the dark hall\"");
    }

    @Test
    void aColumnHeaderSortsTheTable(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/batch");
        upload(tab);
        tab.page()
                .locator(".scores th a", new Page.LocatorOptions().setHasText("anger"))
                .click();
        assertThat(tab.page().locator("[aria-sort=descending]")).containsText("anger");
        assertThat(tab.page().locator(".scores tbody tr").first()).containsText("furious");
        tab.check("sorted");
    }

    @Test
    void withoutScriptsABatchRunsFromUploadToResult(Visitor visitor) {
        Tab tab = visitor.tabWithoutScripts(Look.DESKTOP);
        tab.open("/batch");
        tab.page().locator("#pasted").fill("I am so happy\nI am so sad");
        tab.page().locator("button.primary").click();
        assertThat(tab.page().getByText("Download CSV")).isVisible();
        assertThat(tab.page().locator(".scores tbody tr")).hasCount(2);
        tab.picture("batch-result");
    }

    @Test
    void anEmptyFormIsAnsweredInWords(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/batch");
        tab.page().locator("button.primary").click();
        assertThat(tab.page().locator("#problem")).containsText("There is nothing to read");
        tab.expectStatus(422);
        tab.checkAndPicture("batch-problem");
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenSent(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/batch");
        tab.page()
                .locator("#file")
                .setInputFiles(new FilePayload("large.txt", "text/plain", new byte[10 * 1024 * 1024 + 1]));
        tab.page().locator("button.primary").click();
        assertThat(tab.page().locator("#file-problem")).containsText("larger than 10 MB");
        tab.checkAndPicture("batch-file-too-large");
    }

    @Test
    void aDeletedBatchIsGone(Visitor visitor) {
        Tab tab = visitor.tab(Look.DESKTOP);
        tab.open("/batch");
        upload(tab);
        String address = tab.page().url();
        tab.page().getByText("Delete now").click();
        assertThat(tab.page()).hasURL(Pattern.compile(".*/batch$"));
        Assertions.assertThat(tab.open(address)).isEqualTo(404);
    }

    private static void upload(Tab tab) {
        tab.page()
                .locator("#file")
                .setInputFiles(new FilePayload("feedback.csv", "text/csv", FEEDBACK.getBytes(StandardCharsets.UTF_8)));
        tab.page().locator("button.primary").click();
        assertThat(tab.page()).hasURL(BATCH);
        assertThat(tab.page().getByText("Delete now")).isVisible();
    }
}
