package dev.undertone.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.administration.settings.Setting;
import dev.undertone.administration.settings.SettingsBook;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every setting has a line that says what it means. */
@OnH2
final class SettingWordsTests {

    private static final String KEY = "settings.about.";

    @Autowired
    SettingsBook book;

    @Autowired
    MessageSource messages;

    @Autowired
    People people;

    @Autowired
    MockMvcTester http;

    @Test
    void everySettingThatIsShownHasItsLine() {
        List<String> without = book.list().stream()
                .map(Setting::name)
                .filter(name -> about(name).isEmpty())
                .toList();

        assertThat(without).isEmpty();
    }

    @Test
    void noLineIsAboutASettingThatIsNotThere() throws Exception {
        Properties all = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages.properties"), StandardCharsets.UTF_8));
        Set<String> explained = all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(KEY))
                .map(key -> key.substring(KEY.length()))
                .collect(Collectors.toSet());

        assertThat(book.list().stream().map(Setting::name)).containsAll(explained);
    }

    @Test
    void thePageShowsIt() {
        people.create("Ada", Role.ADMIN, Actor.service());
        PersonDetails made = people.named("Ada").orElseThrow();
        Identity.OfPerson ada = new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
        MvcTestResult page =
                http.get().uri("/admin/settings").with(SignedIn.as(ada)).exchange();

        assertThat(page).hasStatusOk().bodyText().contains(about("undertone.review.lease"));
    }

    private String about(String name) {
        String words = messages.getMessage(KEY + name, null, "", Locale.ENGLISH);
        return words == null ? "" : words;
    }
}
