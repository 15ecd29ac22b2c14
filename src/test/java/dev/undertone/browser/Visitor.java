package dev.undertone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser in front of the running service. */
public final class Visitor {

    private final Browser browser;
    private final String origin;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Visitor(Browser browser, String origin) {
        this.browser = browser;
        this.origin = origin;
    }

    /** Opens a tab that is watched from its first byte on; nothing is remembered from other tabs. */
    public Tab tab(Look look) {
        return tab(look, true);
    }

    /** Opens a tab without JavaScript. */
    public Tab tabWithoutScripts(Look look) {
        return tab(look, false);
    }

    private Tab tab(Look look, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setJavaScriptEnabled(scripts));
        contexts.add(context);
        return new Tab(context, look, scripts);
    }

    void leave() {
        contexts.forEach(BrowserContext::close);
    }
}
