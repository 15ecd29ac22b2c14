package dev.undertone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Chromium and the process that drives it. Most calls of that driver know no end by themselves, closing a tab among
 * them: where it answers no more it must be ended, or the whole run stands still.
 */
final class RunningBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final Set<ProcessHandle> driver;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "end-hung-browser");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean ended;

    private RunningBrowser(Playwright playwright, Browser browser, Set<ProcessHandle> driver) {
        this.playwright = playwright;
        this.browser = browser;
        this.driver = driver;
    }

    static RunningBrowser start() {
        Set<ProcessHandle> before = children();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Set<ProcessHandle> driver = children();
        driver.removeAll(before);
        Path executable = Chromium.find(System.getenv()).orElseThrow();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new RunningBrowser(playwright, browser, driver);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    Browser browser() {
        return browser;
    }

    /** Whether it was ended, so that the next test needs another. */
    boolean ended() {
        return ended;
    }

    /** Ends it unless this is cancelled before: the call that hangs then fails, and says where it hung. */
    Future<?> endAfter(Duration patience) {
        return clock.schedule(this::end, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() {
        ended = true;
        for (ProcessHandle process : driver) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (!ended) {
            browser.close();
            playwright.close();
        }
    }
}
