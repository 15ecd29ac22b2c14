package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.setup.SetupCode;
import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditHistory;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.Limit;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The first start, as a browser without scripts sees it. */
final class SetupPageTests {

    private static final String PASSWORD = "nine owls over a quiet lake";

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final People people;
        private final AuditHistory history;
        private final String code;
        private final int port;
        private final Browser browser;

        Cases(ApplicationContext context) {
            this.people = context.getBean(People.class);
            this.history = context.getBean(AuditHistory.class);
            this.code = String.valueOf(ReflectionTestUtils.getField(context.getBean(SetupCode.class), "code"));
            this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            this.browser = new Browser(port);
        }

        private HttpResponse<String> setUp(Browser with, String typedCode, String name, String password, String again) {
            return send(with, with.tokenOf("/setup"), typedCode, name, password, again);
        }

        private HttpResponse<String> send(
                Browser with, String token, String typedCode, String name, String password, String again) {
            String body = "code=" + encoded(typedCode) + "&username=" + encoded(name) + "&password=" + encoded(password)
                    + "&again=" + encoded(again) + "&_csrf=" + encoded(token);
            return with.send("POST", "/setup", body, "Content-Type", "application/x-www-form-urlencoded");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Test
        void untilThereIsSomebodyTheLoginLeadsToTheFirstStart() {
            assertThat(browser.get("/login").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/setup"));
            assertThat(browser.get("/setup").statusCode()).isEqualTo(200);
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }

        @Test
        void theFirstAdministratorIsMadeWithTheirOwnPasswordAndSignedIn() {
            HttpResponse<String> answer = setUp(browser, code, "Mira", PASSWORD, PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/admin/welcome"));
            assertThat(browser.get("/api/v1/me").body()).contains("\"Mira\"", "\"admin\"");
            assertThat(new Browser(port).signIn("mira", PASSWORD).statusCode()).isEqualTo(302);
            PersonDetails mira = people.named("Mira").orElseThrow();
            AuditEntry entry = history.of("person", mira.id().toString()).get(0);
            assertThat(entry.change().after()).containsEntry("setup", "true").containsEntry("role", "admin");
            assertThat(entry.by().id()).isEqualTo(mira.id().toString());
            assertThat(entry.by().address()).isPresent();
        }

        @Test
        void onceThereIsSomebodyItIsGone() {
            Browser late = new Browser(port);
            String token = late.tokenOf("/setup");
            people.create("Ann", Role.VIEWER, Actor.commandLine());
            assertThat(browser.get("/setup").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            HttpResponse<String> answer = send(late, token, code, "Eve", PASSWORD, PASSWORD);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            assertThat(people.named("Eve")).isEmpty();
        }

        /** Behind a proxy on the same machine a stranger comes from loopback too. */
        @Test
        void withoutTheCodeNobodyIsMadeNotEvenFromThisMachine() {
            HttpResponse<String> answer = setUp(browser, "abcd-efgh-jkmn", "Eve", PASSWORD, PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This is not the set-up code").doesNotContain(code);
            assertThat(people.none()).isTrue();
        }

        @Test
        void thePageTellsTheCodeToNobodyWhoDoesNotKnowIt() {
            assertThat(browser.get("/setup?code=abcd").body())
                    .doesNotContain(code)
                    .doesNotContain("abcd");
            assertThat(browser.get("/setup?code=" + code).body()).contains("value=\"" + code + "\"");
        }

        @Test
        void whatIsWrongIsSaidAndThePasswordIsNotSentBack() {
            HttpResponse<String> differ = setUp(browser, code, "Mira", PASSWORD, PASSWORD + "!");
            assertThat(differ.body())
                    .contains("The two passwords differ", "value=\"Mira\"")
                    .doesNotContain(PASSWORD);
            HttpResponse<String> shorter = setUp(browser, code, "Mira", "owls", "owls");
            assertThat(shorter.body()).contains("The password has 4 characters");
            HttpResponse<String> common = setUp(browser, code, "Mira", "password1234", "password1234");
            assertThat(common.body()).contains("pieces that are tried first");
            HttpResponse<String> name = setUp(browser, code, "-", PASSWORD, PASSWORD);
            assertThat(name.body()).contains("A name has 1 to 60");
            assertThat(people.none()).isTrue();
        }

        @Test
        void ofTwentyWhoComeAtTheSameMomentOneIsMade() throws Exception {
            int crowd = 20;
            List<Browser> browsers =
                    IntStream.range(0, crowd).mapToObj(i -> new Browser(port)).toList();
            List<String> tokens =
                    browsers.stream().map(one -> one.tokenOf("/setup")).toList();
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(crowd);
            try {
                List<Future<HttpResponse<String>>> answers = IntStream.range(0, crowd)
                        .mapToObj(i -> threads.submit((Callable<HttpResponse<String>>) () -> {
                            start.await();
                            return send(browsers.get(i), tokens.get(i), code, "Admin-o-" + i, PASSWORD, PASSWORD);
                        }))
                        .toList();
                start.countDown();
                int made = 0;
                for (Future<HttpResponse<String>> answer : answers) {
                    String to = answer.get().headers().firstValue("Location").orElse("");
                    made += to.endsWith("/admin/welcome") ? 1 : 0;
                }
                assertThat(made).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
            assertThat(people.list(new Limit(100), null).items()).hasSize(1);
        }
    }
}
