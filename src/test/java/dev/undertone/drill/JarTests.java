package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.undertone.account.web.Browser;
import dev.undertone.account.web.EveryDoor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar that people run. Its libraries' files lie merged in it, and it starts from what the build worked out about
 * its beans; what either lost only shows here: services that are found by name, pages, native libraries, conditions.
 * The build runs these after it has made the jar.
 */
final class JarTests {

    private static final Path JAR = Path.of(System.getProperty("undertone.jar", "target/undertone.jar"));
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js))\"");

    private static final Pattern SETUP_CODE = Pattern.compile("/setup\\?code=(\\S+)");

    @TempDir
    private Path folder;

    @Test
    void theServiceAnswersWithAllThatItsPagesNeed() {
        try (ServiceProcess service = Premises.onH2(folder).withJar(JAR).open()) {
            Api api = new Api(service.port(), "");

            Answer classified = api.post("/api/v1/classify", Map.of("texts", List.of("i feel so happy")));
            assertThat(classified.status()).as(classified.toString()).isEqualTo(200);

            List<String> tooMuch = IntStream.range(0, 13)
                    .mapToObj(i -> "angry ".repeat(3_300) + i)
                    .toList();
            Answer refused = api.post("/api/v1/classify", Map.of("texts", tooMuch));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(413);
            assertThat(refused.content())
                    .contains("/texts: the texts have 257,416 characters together", "at most 250,000");

            Answer page = api.get("/");
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(assetsOf(page))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(asset -> assertThat(api.get(asset).status()).isEqualTo(200));
            assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(api.get("/v3/api-docs").status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverSetsItUpGetsToSeeEveryPage() {
        try (ServiceProcess service = Premises.onH2(folder).withJar(JAR).open()) {
            assertThat(service.log()).contains("Starting AOT-processed Undertone");
            Browser browser = new Browser(service.port());
            String password = "a long one for the jar";
            int set = browser.post(
                            "/setup", "code", code(service), "username", "Ann", "password", password, "again", password)
                    .statusCode();
            assertThat(set).isEqualTo(302);

            assertThat(pages().toList())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(page ->
                            assertThat(browser.get(page).statusCode()).as(page).isIn(200, 204, 302, 400));
        }
    }

    private static String code(ServiceProcess service) {
        return await("the advice for the first start")
                .until(() -> SETUP_CODE.matcher(service.log()), Matcher::find)
                .group(1);
    }

    /** All that can be opened without naming an item, but the stream of changes, which does not end. */
    private static Stream<String> pages() {
        return EveryDoor.lines()
                .filter(line -> line.startsWith("GET ") && !line.contains("{") && !line.contains("*"))
                .filter(line -> !line.endsWith(" closed"))
                .map(line -> line.split(" ", -1)[1])
                .filter(path -> !path.equals("/queue/live") && !path.equals("/error"));
    }

    private static List<String> assetsOf(Answer page) {
        return ASSET.matcher(page.content())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void postgresIsMigratedAndWrittenTo() {
        try (StoppablePostgres postgres = new StoppablePostgres(folder.resolve("postgres"))) {
            Premises premises = Premises.onPostgres(folder, postgres.url()).withJar(JAR);

            assertThat(premises.newKey("forum", "submit")).startsWith("ut_");
        }
    }

    @Test
    void aNetworkIsFineTuned() throws IOException {
        Premises premises = Premises.onH2(folder).withJar(JAR);
        Path data = Files.createDirectory(folder.resolve("texts"));
        List<String> rows =
                List.of("i feel happy;joy", "i feel sad;sadness", "i feel angry;anger", "i feel afraid;fear");
        Files.write(data.resolve("train.txt"), rows, StandardCharsets.UTF_8);
        Files.write(data.resolve("validation.txt"), rows, StandardCharsets.UTF_8);

        premises.run("train", "--data=" + data, "--base=tiny", "--output=tuned", "--epochs=1");

        assertThat(premises.run("checkpoint", "verify", "tuned")).contains("all there and finite");
    }
}
