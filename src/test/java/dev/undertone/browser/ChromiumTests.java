package dev.undertone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTests {

    @Test
    void theOneNamedByHandIsTakenBeforeThePath(@TempDir Path folder) throws IOException {
        Path named = program(folder, "my-browser");
        program(folder, "chromium");
        assertThat(Chromium.find(Map.of("UNDERTONE_CHROMIUM", named.toString(), "PATH", folder.toString())))
                .contains(named);
    }

    @Test
    void everyUsualNameIsFoundOnThePath(@TempDir Path folder) throws IOException {
        Path chrome = program(folder, "google-chrome");
        assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + folder))).contains(chrome);
        Path debian = program(folder, "chromium");
        assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + folder))).contains(debian);
    }

    @Test
    void withoutABrowserTestsAreLeftOutOnADesk(@TempDir Path empty) {
        var decision = BrowserExtension.decide(Map.of("PATH", empty.toString()));
        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason().orElse("")).contains("No Chromium found");
    }

    @Test
    void withoutABrowserTestsFailInCi(@TempDir Path empty) {
        assertThatThrownBy(() -> BrowserExtension.decide(Map.of("PATH", empty.toString(), "CI", "true")))
                .hasMessageContaining("must run");
    }

    private static Path program(Path folder, String name) throws IOException {
        return Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
