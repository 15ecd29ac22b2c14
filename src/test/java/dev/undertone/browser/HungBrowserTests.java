package dev.undertone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class HungBrowserTests {

    @Test
    void aCallThatNeverComesBackFailsOnceTheBrowserIsEnded() {
        try (RunningBrowser running = RunningBrowser.start()) {
            Page page = running.browser().newPage();
            Future<?> end = running.endAfter(Duration.ofMillis(100));
            assertThatThrownBy(() -> page.evaluate("new Promise(() => {})")).isInstanceOf(PlaywrightException.class);
            assertThat(end).succeedsWithin(Duration.ofMinutes(1));
            assertThat(running.ended()).isTrue();
        }
    }

    @Test
    void aTestThatIsDoneEndsNothing() {
        try (RunningBrowser running = RunningBrowser.start()) {
            running.endAfter(Duration.ofMinutes(1)).cancel(false);
            assertThat(running.browser().newPage().evaluate("1 + 1")).isEqualTo(2);
            assertThat(running.ended()).isFalse();
        }
    }
}
