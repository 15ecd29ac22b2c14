package dev.undertone.classification.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the settings of DJL's Spring Boot starter mean here. */
@ExtendWith(OutputCaptureExtension.class)
final class DjlNamesTests {

    private static final String PATH = "undertone.modelstore.path";

    /** Whatever other tests have made of the log: these lines are warnings, and warnings are written. */
    @BeforeEach
    void listen() {
        ((Logger) LoggerFactory.getLogger(DjlNames.class)).setLevel(Level.WARN);
    }

    private static String pathWith(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new DjlNames(log -> log.get()).postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(PATH, "none");
    }

    @Test
    void aFolderOfCheckpointsIsTheModelStore(@TempDir Path store) {
        for (String url : new String[] {store.toUri().toString(), "file:" + store, store.toString()}) {
            assertThat(Path.of(pathWith(Map.of("djl.urls", url)))).as(url).isEqualTo(store);
        }
        assertThat(pathWith(Map.of("djl.urls[0]", store.toString()))).isEqualTo(store.toString());
    }

    @Test
    void theActiveCheckpointMeansItsStoreAndAnotherOneMeansNothing(@TempDir Path store, CapturedOutput output)
            throws IOException {
        for (String name : new String[] {"one", "two"}) {
            Files.createDirectories(store.resolve(name));
            Files.writeString(store.resolve(name).resolve("config.json"), "{}");
        }
        Files.writeString(store.resolve("active"), "two\n");
        assertThat(pathWith(Map.of("djl.urls", store.resolve("two").toString())))
                .isEqualTo(store.toString());
        assertThat(pathWith(Map.of("djl.urls", store.resolve("one").toString())))
                .isEqualTo("none");
        assertThat(output).contains("is a checkpoint, but not the active one");
    }

    @Test
    void ourOwnSettingCounts(@TempDir Path store, CapturedOutput output) {
        assertThat(pathWith(Map.of("djl.urls", store.toString(), PATH, "ours"))).isEqualTo("ours");
        assertThat(output).contains("djl.urls has no effect: undertone.modelstore.path is set too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/model", "djl://ai.djl.pytorch/x", "/not/there", "file://host/x", "a,b", "\0"
            })
    void whatIsNoFolderHereIsSaidInOneLine(String url, CapturedOutput output) {
        assertThat(pathWith(Map.of("djl.urls", url))).isEqualTo("none");
        assertThat(output.getOut().lines().filter(line -> line.contains("djl.urls has no effect")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "djl.application-type",
                "djl.input-class",
                "djl.outputClass",
                "djl.model-artifact-id",
                "djl.model-filter.backbone",
                "djl.arguments.threshold"
            })
    void whatHasNoMeaningHereIsSaidInOneLine(String name, CapturedOutput output) {
        pathWith(Map.of(name, "x"));
        assertThat(output.getOut().lines().filter(line -> line.contains("has no effect")))
                .hasSize(1);
    }

    @Test
    void nothingIsSaidWhereNothingIsSet(CapturedOutput output) {
        pathWith(Map.of("ai.djl.offline", "true"));
        assertThat(output).doesNotContain("no effect");
    }

    @Test
    void theServiceAndTheCommandsAskIt() {
        assertThat(EnvironmentPostProcessorsFactory.fromSpringFactories(null)
                        .getEnvironmentPostProcessors(log -> log.get(), new DefaultBootstrapContext()))
                .hasAtLeastOneElementOfType(DjlNames.class);
    }
}
