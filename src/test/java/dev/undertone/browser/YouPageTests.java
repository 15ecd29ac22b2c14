package dev.undertone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.undertone.account.Role;
import dev.undertone.wellbeing.WellbeingSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class YouPageTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private WellbeingSettings settings;

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsCleanOnEveryScreen(Look look, Visitor visitor) {
        String name = "Reader " + UUID.randomUUID().toString().substring(0, 8);
        Tab tab = visitor.signIn(visitor.tab(look), Role.MODERATOR, name);
        tab.open("/you");
        assertThat(tab.page().locator(".empty")).containsText("Nothing yet");
        tab.checkAndPicture("you-empty");
        fillWeek(name);
        tab.open("/you");
        tab.page().locator(".week details summary").click();
        assertThat(tab.page().locator("#pause .pause")).isVisible();
        tab.checkAndPicture("you-week");
        tab.page().locator("#budget").fill("many");
        tab.page().locator(".settings button.primary").click();
        assertThat(tab.page().locator("[role=alert].problem")).containsText("whole number");
        tab.expectStatus(422);
        tab.checkAndPicture("you-problem");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void ownPasswordAndKeysAreWithinReach(Look look, Visitor visitor) {
        Tab tab = visitor.signedIn(look, Role.MODERATOR);
        tab.open("/");
        tab.page().locator("details.menu summary").click();
        tab.checkAndPicture("menu");
        tab.page().locator(".menu-items a[href='/you/password']").click();
        assertThat(tab.page().locator("h1")).hasText("Change your password");
        tab.checkAndPicture("you-password");
        tab.open("/you");
        tab.page().locator(".of-account a[href='/you/password']").click();
        assertThat(tab.page().locator("h1")).hasText("Change your password");
        tab.open("/you");
        tab.page().locator(".of-account a[href='/queue#keys']").click();
        assertThat(tab.page().locator("#keys")).isVisible();
        assertThat(tab.page().locator("#key-approve")).hasValue("a");
        tab.checkAndPicture("you-keys");
    }

    @Test
    void aChoiceIsKeptByKeyboardAlone(Visitor visitor) {
        Tab tab = visitor.signedIn(Look.DESKTOP, Role.MODERATOR);
        tab.open("/you");
        tab.page().locator("#budget").focus();
        tab.page().keyboard().press("Control+A");
        tab.page().keyboard().type("30");
        tab.page().keyboard().press("Tab");
        tab.page().keyboard().press("ArrowDown");
        tab.page().keyboard().press("Enter");
        assertThat(tab.page().locator(".kept")).isVisible();
        assertThat(tab.page().locator("#budget")).hasValue("30");
        assertThat(tab.page().locator("input[name=veil][value=HEAVY]")).isChecked();
        tab.check("you-kept");
    }

    @Test
    void withoutScriptsAChoiceIsKeptToo(Visitor visitor) {
        Tab tab = visitor.signIn(visitor.tabWithoutScripts(Look.DESKTOP), Role.MODERATOR, "Reader without scripts");
        tab.open("/you");
        tab.page().locator("input[name=veil][value=ALL]").check();
        tab.page().locator(".settings button.primary").click();
        assertThat(tab.page().locator(".kept")).isVisible();
        assertThat(tab.page().locator("input[name=veil][value=ALL]")).isChecked();
    }

    @Test
    void aBreakIsSuggestedOnEveryPageAndPutOffForAnHour(Visitor visitor) {
        Tab tab = visitor.signIn(visitor.tab(Look.DESKTOP), Role.MODERATOR, "Tired reader");
        fillWeek("Tired reader");
        tab.open("/");
        assertThat(tab.page().locator("#your-day")).containsText("heavy 52 min of 45");
        tab.page()
                .getByText("Not now", new Page.GetByTextOptions().setExact(false))
                .click();
        assertThat(tab.page().locator("#pause .pause")).hasCount(0);
        tab.open("/batch");
        assertThat(tab.page().locator("#your-day")).containsText("heavy 52 min of 45");
        assertThat(tab.page().locator("#pause .pause")).hasCount(0);
        tab.check("put off");
    }

    private void fillWeek(String name) {
        UUID person = jdbc.sql("select id from person where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.dayZone());
        int[] minutes = {52, 31, 0, 44, 12, 47, 8};
        for (int i = 0; i < minutes.length; i++) {
            double seconds = minutes[i] * 60.0;
            jdbc.sql("""
                    insert into wellbeing_day (person_id, on_day, shown_seconds, anger_seconds, fear_seconds,
                        sadness_seconds, turns, last_beat_at) values (?, ?, ?, ?, ?, ?, 0, ?)
                    """)
                    .params(
                            person,
                            today.minusDays(i),
                            seconds * 1.4,
                            seconds * .6,
                            seconds * .25,
                            seconds * .15,
                            today.minusDays(i).atStartOfDay().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
