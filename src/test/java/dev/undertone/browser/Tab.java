package dev.undertone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** One tab, watched: whatever the browser complains about is remembered. */
public final class Tab {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Reported through the console, so that it is caught whether or not the browser words it itself. */
    private static final String REPORT_CSP = "document.addEventListener('securitypolicyviolation', e =>"
            + " console.error('CSP', e.violatedDirective, e.blockedURI, e.sourceFile))";

    private final Page page;
    private final Look look;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext context, Look look, boolean scripts) {
        this.look = look;
        this.scripts = scripts;
        context.addInitScript(REPORT_CSP);
        this.page = context.newPage();
        // A shared machine may be slow; a page that never comes is still found.
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    /**
     * Lets routes stop the requests of the pages that are opened from now on, and at once. In a page that is open
     * already the first route takes hold a moment after Chromium has said that it is there: the next request may still
     * go through.
     */
    public Tab toBeCutOff() {
        page.route("**/no-page-asks-for-this", Route::abort);
        return this;
    }

    /** Opens a page of the service and tells the status of the answer. */
    public int open(String path) {
        Response response = page.navigate(path);
        return response.status();
    }

    /** The page in it, to act on. */
    public Page page() {
        return page;
    }

    /** Does something, and holds back the first request for this address until the test lets it go. */
    public Route underWay(String address, Runnable step) {
        AtomicReference<Route> sent = new AtomicReference<>();
        page.route(address, sent::set, new Page.RouteOptions().setTimes(1));
        step.run();
        page.waitForCondition(() -> sent.get() != null);
        return Objects.requireNonNull(sent.get());
    }

    /** Takes a picture of the whole page, to be looked at: {@code target/screenshots/NAME-WIDTH-SCHEME.png}. */
    public void picture(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + look + (scripts ? "" : "-without-scripts") + ".png"))
                .setFullPage(true));
    }

    /** Fails if the browser complained, if axe has a grave finding, or if the page is wider than the screen. */
    public void check(String state) {
        page.waitForLoadState();
        assertThat(complaints).as("complaints of the browser: " + state).isEmpty();
        if (scripts) {
            assertThat(new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .filter(rule -> GRAVE.contains(rule.getImpact()))
                                    .map(rule -> rule.getId() + " at "
                                            + rule.getNodes().stream()
                                                    .map(CheckedNode::getHtml)
                                                    .collect(Collectors.joining(" | "))))
                    .as("grave findings of axe: " + state + ", " + look)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("the page fits the screen: " + state + ", " + look)
                    .isEqualTo(true);
        }
    }

    /** Forgets the complaint that a browser always has about an answer with this status. */
    public void expectStatus(int status) {
        complaints.removeIf(complaint -> complaint.contains("the server responded with a status of " + status));
    }

    /** Checks the state and takes its picture. */
    public void checkAndPicture(String state) {
        picture(state);
        check(state);
    }
}
