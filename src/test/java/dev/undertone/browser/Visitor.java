package dev.undertone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody with a browser in front of the running service. */
public final class Visitor {

    private static final Logger LOG = LoggerFactory.getLogger(Visitor.class);

    /** Every name is given once: the browser tests share one database. */
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Browser browser;
    private final String origin;
    private final People people;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Visitor(Browser browser, String origin, People people) {
        this.browser = browser;
        this.origin = origin;
        this.people = people;
    }

    /** Opens a tab that is watched from its first byte on; nothing is remembered from other tabs. */
    public Tab tab(Look look) {
        return tab(look, true);
    }

    /** Opens a tab without JavaScript. */
    public Tab tabWithoutScripts(Look look) {
        return tab(look, false);
    }

    /** Opens a tab in which somebody new with this role has signed in through the login page. */
    public Tab signedIn(Look look, Role role) {
        return signIn(tab(look), role, role.label() + " " + PEOPLE.incrementAndGet());
    }

    /** Makes somebody with this name and role, signs them in through the login page, and gives the tab back. */
    public Tab signIn(Tab tab, Role role, String name) {
        return signIn(tab, role, name, "/login");
    }

    /** The same through the login page at an address that says where to go afterwards. */
    public Tab signIn(Tab tab, Role role, String name, String login) {
        return signIn(tab, name, people.create(name, role, Actor.commandLine()), login);
    }

    /** Signs in somebody who is there already. */
    public Tab signIn(Tab tab, String name, String password) {
        return signIn(tab, name, password, "/login");
    }

    private static Tab signIn(Tab tab, String name, String password, String login) {
        tab.open(login);
        tab.page().locator("#username").fill(name);
        tab.page().locator("#password").fill(password);
        tab.page().locator("form.login button.primary").click();
        tab.page().locator("details.menu").waitFor();
        return tab;
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
        contexts.forEach(Visitor::close);
    }

    /**
     * Chromium may never answer when a page is closed whose reload comes in at the same time (Chromium issue
     * 536385539): each page goes where nothing is asked for any more, and only then is it closed.
     */
    private static void close(BrowserContext context) {
        for (Page page : context.pages()) {
            try {
                page.navigate("about:blank");
            } catch (PlaywrightException e) {
                LOG.info("A page was on its way to somewhere else when its test ended: {}", e.getMessage());
            }
        }
        context.close();
    }
}
