package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.classification.web.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Needs a model that can be told to stay away, so it never runs with the real one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(Keywords.class)
@ExtendWith(BrowserExtension.class)
class WaitingBatchPageTests {

    private static final int FOR_LONG = 1000;

    @Autowired
    KeywordClassifier classifier;

    private final List<Runnable> left = new ArrayList<>();

    /** Other tests share the model: a batch that still waits would use up what they want refused or read. */
    @AfterEach
    void leaveNothingWaiting() {
        left.forEach(Runnable::run);
        classifier.refuse(0);
    }

    @Test
    void aBatchThatIsGoneIsSaidInTheWholePage(Visitor visitor) {
        Tab tab = waiting(visitor);
        tab.page().request().post(tab.page().url() + "/forget");
        assertThat(tab.page().locator("h1")).hasText("There is nothing at this address");
    }

    @Test
    void whatSomebodyHasClosedIsNotToldAgainByThePageItself(Visitor visitor) {
        Tab tab = waiting(visitor);
        Page page = tab.page();
        AtomicInteger asked = new AtomicInteger();
        page.route("**/progress", route -> {
            asked.incrementAndGet();
            route.abort();
        });
        assertThat(page.locator("#banner")).containsText("The server does not answer");
        page.locator("#banner-close").click();
        int before = asked.get();
        page.waitForCondition(() -> asked.get() > before + 1);
        assertThat(page.locator("#banner")).isHidden();
        page.unroute("**/progress");
    }

    private Tab waiting(Visitor visitor) {
        classifier.refuse(FOR_LONG);
        Tab tab = visitor.tab(Look.DESKTOP).toBeCutOff();
        tab.open("/batch");
        tab.page().locator("#pasted").fill("I am so happy");
        tab.page().locator("button.primary").click();
        assertThat(tab.page().locator("#progress")).containsText("The model is unavailable at the moment");
        String job = tab.page().url();
        left.add(() -> tab.page().request().post(job + "/forget"));
        return tab;
    }

    @Test
    void aBatchThatWaitsForTheModelSaysSoAndCanBeCancelled(Visitor visitor) {
        classifier.refuse(FOR_LONG);
        Tab first = visitor.tab(Look.DESKTOP);
        first.open("/batch");
        first.page().locator("#pasted").fill("I am so happy\nI am so sad");
        first.page().locator("button.primary").click();
        assertThat(first.page().locator("#progress")).containsText("The model is unavailable at the moment");
        List<Tab> watching = new ArrayList<>();
        for (Look look : Look.all()) {
            Tab tab = visitor.tab(look);
            tab.open(first.page().url());
            assertThat(tab.page().locator("#progress")).containsText("Nothing is lost");
            tab.checkAndPicture("batch-waiting");
            watching.add(tab);
        }
        Tab plain = visitor.tabWithoutScripts(Look.DESKTOP);
        plain.open(first.page().url());
        assertThat(plain.page().locator("#progress")).containsText("0 of 2 rows");
        watching.add(plain);
        first.page().getByText("Cancel").click();
        assertThat(first.page().getByText("Cancelled.")).isVisible();
        first.check("cancelled");
        watching.forEach(tab -> assertThat(tab.page().getByText("Cancelled.")).isVisible());
    }
}
