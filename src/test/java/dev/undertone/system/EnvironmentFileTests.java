package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The file of settings that comes with the image has every setting of ours, with the default that the service has. */
final class EnvironmentFileTests {

    private static final Pattern LINE = Pattern.compile("#?(UNDERTONE_[A-Z0-9_]+)=(.*)");

    /** What the image sets, as its folders are others. */
    private static final Map<String, String> OF_THE_IMAGE = Map.of(
            "UNDERTONE_DATADIR", "/var/lib/undertone",
            "UNDERTONE_CLASSIFICATION_COMPILED", "/var/lib/undertone/compiled",
            "UNDERTONE_MODELSTORE_PATH", "/opt/undertone/model-store");

    /** Settings that take further names, such as a queue. */
    private static final String ANY_NAME = "_*";

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        Map<String, String> listed = listed();
        Map<String, String> bound = bound();
        assertThat(bound).hasSizeGreaterThan(40);
        Map<String, String> wrong = new TreeMap<>();
        bound.forEach((name, value) -> {
            String expected = OF_THE_IMAGE.getOrDefault(name, value);
            boolean there = name.endsWith(ANY_NAME)
                    ? listed.keySet().stream().anyMatch(line -> isOne(line, name))
                    : expected.equals(listed.get(name));
            if (!there) {
                wrong.put(name, "expected " + expected + ", found " + listed.get(name));
            }
        });
        assertThat(wrong).as("docker/undertone.env").isEmpty();
    }

    @Test
    void nothingElseIsListed() throws IOException {
        Map<String, String> bound = bound();
        Set<String> strange = new TreeSet<>(listed().keySet());
        strange.removeIf(line -> bound.keySet().stream().anyMatch(name -> name.equals(line) || isOne(line, name)));
        assertThat(strange).as("docker/undertone.env").isEmpty();
    }

    private static boolean isOne(String line, String name) {
        return name.endsWith(ANY_NAME) && line.startsWith(name.substring(0, name.length() - 1));
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docker/undertone.env"))) {
            Matcher setting = LINE.matcher(line);
            if (setting.matches()) {
                assertThat(listed.put(setting.group(1), setting.group(2)))
                        .as(line)
                        .isNull();
            }
        }
        return listed;
    }

    private static Map<String, String> bound() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> bound = new TreeMap<>();
        scanner.findCandidateComponents("dev.undertone").forEach(found -> {
            Class<?> settings = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            ConfigurationProperties properties =
                    AnnotationUtils.findAnnotation(settings, ConfigurationProperties.class);
            if (properties != null) {
                add(bound, String.valueOf(properties.value()), settings);
            }
        });
        return bound;
    }

    private static void add(Map<String, String> bound, String prefix, Class<?> settings) {
        RecordComponent[] components = settings.getRecordComponents();
        assertThat(components).as(settings + " is a record").isNotNull();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int i = 0; i < components.length; i++) {
            String name = prefix + "." + components[i].getName();
            if (types[i].isRecord()) {
                add(bound, name, types[i]);
                continue;
            }
            DefaultValue value = defaultOf(settings, types, i);
            String variable = name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
            bound.put(
                    Map.class.isAssignableFrom(types[i]) ? variable + ANY_NAME : variable,
                    value == null ? "" : String.join(",", value.value()));
        }
    }

    private static @org.jspecify.annotations.Nullable DefaultValue defaultOf(
            Class<?> settings, Class<?>[] types, int index) {
        try {
            return settings.getDeclaredConstructor(types).getParameters()[index].getAnnotation(DefaultValue.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(settings.toString(), e);
        }
    }
}
