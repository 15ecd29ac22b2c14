package dev.undertone.classification.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the settings of DJL's Spring Boot starter mean here. */
final class DjlNamesTests {

    private static final String PATH = "undertone.modelstore.path";

    /** What was said; not read off the console, which tests before may have taken from the log. */
    private final List<String> warnings = new ArrayList<>();

    private final class Warnings extends NoOpLog {
        private static final long serialVersionUID = 1;

        @Override
        public void warn(Object message) {
            warnings.add(message.toString());
        }
    }

    private String pathWith(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new DjlNames(log -> new Warnings()).postProcessEnvironment(environment, new SpringApplication());
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
    void theActiveCheckpointMeansItsStoreAndAnotherOneMeansNothing(@TempDir Path store) throws IOException {
        for (String name : new String[] {"one", "two"}) {
            Files.createDirectories(store.resolve(name));
            Files.writeString(store.resolve(name).resolve("config.json"), "{}");
        }
        Files.writeString(store.resolve("active"), "two\n");
        assertThat(pathWith(Map.of("djl.urls", store.resolve("two").toString())))
                .isEqualTo(store.toString());
        assertThat(pathWith(Map.of("djl.urls", store.resolve("one").toString())))
                .isEqualTo("none");
        assertThat(warnings).singleElement().asString().contains("is a checkpoint, but not the active one");
    }

    @Test
    void ourOwnSettingCounts(@TempDir Path store) {
        assertThat(pathWith(Map.of("djl.urls", store.toString(), PATH, "ours"))).isEqualTo("ours");
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("djl.urls has no effect: undertone.modelstore.path is set too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/model", "djl://ai.djl.pytorch/x", "/not/there", "file://host/x", "a,b", "\0"
            })
    void whatIsNoFolderHereIsSaidInOneLine(String url) {
        assertThat(pathWith(Map.of("djl.urls", url))).isEqualTo("none");
        assertThat(warnings).singleElement().asString().contains("djl.urls has no effect");
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
    void whatHasNoMeaningHereIsSaidInOneLine(String name) {
        pathWith(Map.of(name, "x"));
        assertThat(warnings).singleElement().asString().contains("has no effect");
    }

    @Test
    void nothingIsSaidWhereNothingIsSet() {
        pathWith(Map.of("ai.djl.offline", "true"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void theServiceAndTheCommandsAskIt() {
        assertThat(EnvironmentPostProcessorsFactory.fromSpringFactories(null)
                        .getEnvironmentPostProcessors(log -> log.get(), new DefaultBootstrapContext()))
                .hasAtLeastOneElementOfType(DjlNames.class);
    }
}
