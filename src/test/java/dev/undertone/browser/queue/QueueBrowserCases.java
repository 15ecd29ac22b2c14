package dev.undertone.browser.queue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.browser.KeywordBrowserTest;
import dev.undertone.browser.Look;
import dev.undertone.browser.Tab;
import dev.undertone.browser.Visitor;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the queue's page share: an empty queue, texts that are held, and people at their desks. */
@KeywordBrowserTest
abstract class QueueBrowserCases {

    /** A note that nobody wants to write twice. */
    static final String TYPED = "this took me a while";

    private static int channels;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeywordClassifier classifier;

    /** Other tests share the database and may have left items. */
    @BeforeEach
    @AfterEach
    void emptyTheQueue() {
        for (String table : new String[] {"decision", "review_note", "reviewable"}) {
            jdbc.sql("delete from " + table).update();
        }
        classifier.refuse(0);
    }

    /** Sends texts in, each of which is held, and gives the ids of their items in order. */
    List<UUID> hold(String... texts) {
        return holdAs(Optional.of("a7f2"), texts);
    }

    List<UUID> holdAs(Optional<String> author, String... texts) {
        return hold(author, Actor.commandLine(), texts);
    }

    /** The same, sent in by somebody. */
    List<UUID> holdBy(Actor by, String... texts) {
        return hold(Optional.of("a7f2"), by, texts);
    }

    private List<UUID> hold(Optional<String> author, Actor by, String... texts) {
        List<UUID> items = new ArrayList<>();
        String channel = "forum/" + ++channels;
        for (String text : texts) {
            var id = intake.submit(new NewSubmission(Optional.empty(), channel, author, text, Optional.empty()), by)
                    .submission()
                    .id();
            items.add(jdbc.sql("select id from reviewable where submission_id = ?")
                    .param(id.value())
                    .query(UUID.class)
                    .single());
        }
        return items;
    }

    /** So many angry texts. */
    List<UUID> holdMany(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = "number " + i + ": this makes me so furious that i could scream at all of you";
        }
        return hold(texts);
    }

    static Tab moderator(Visitor visitor, Look look) {
        return visitor.signedIn(look, Role.MODERATOR);
    }

    static Locator sheet(Tab tab) {
        return tab.page().locator("#item .sheet");
    }

    static Locator row(Tab tab, UUID id) {
        return tab.page().locator("#row-" + id);
    }

    static Locator toast(Tab tab) {
        return tab.page().locator("#toasts .toast");
    }

    /** Claims an item and writes a note that is not saved. */
    static Tab withNote(Tab tab, UUID id) {
        tab.open("/items/" + id);
        press(tab, "c");
        assertThat(tab.page().locator("[data-action=approve]")).isVisible();
        press(tab, "n");
        tab.page().keyboard().type(TYPED);
        press(tab, "Escape");
        return tab;
    }

    /** Lets a page hear something. */
    static void hear(Page page, String event) {
        page.evaluate("name => document.dispatchEvent(new CustomEvent(name))", event);
    }

    /** Lets a page hear something, and waits until it says in turn what it has done. */
    static void hear(Page page, String event, String done) {
        page.evaluate(
                "([heard, done]) => new Promise((resolve) => {"
                        + " document.addEventListener(done, () => resolve(), { once: true });"
                        + " document.dispatchEvent(new CustomEvent(heard)); })",
                List.of(event, done));
    }

    /** Answers like a service that has too much to do. */
    static void refuse(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setHeaders(Map.of("X-Undertone-Problem", "503"))
                .setContentType("text/html")
                .setBody("<p>Not now</p>"));
    }

    /** Waits until the page hears of changes. */
    static void listening(Tab tab) {
        assertThat(tab.page().locator("html")).hasAttribute("data-live", "stream");
    }

    static void press(Tab tab, String key) {
        tab.page().keyboard().press(key);
    }

    /** Presses a key, and holds back what it sends until the test lets it go. */
    static Route underWay(Tab tab, String key, String address) {
        return tab.underWay(address, () -> press(tab, key));
    }

    /** Waits until an item is there that is not this one, and gives its id. */
    static String another(Tab tab, String before) {
        Page page = tab.page();
        assertThat(page.locator("#item .sheet:not([data-item='" + before + "'])"))
                .isVisible();
        return sheet(tab).getAttribute("data-item");
    }

    String status(UUID id) {
        return jdbc.sql("select status from reviewable where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Of the decision about an item. */
    String reason(UUID id) {
        return jdbc.sql("select coalesce(reason, '') from decision where reviewable_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    String outcome(UUID id) {
        return jdbc.sql("select coalesce(outcome, '') from reviewable where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
