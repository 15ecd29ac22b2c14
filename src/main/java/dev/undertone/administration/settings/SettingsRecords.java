package dev.undertone.administration.settings;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/** Finds the records of settings that the modules bind. */
final class SettingsRecords {

    private static final String OURS = "undertone.";

    private SettingsRecords() {}

    static List<SettingsRecord> in(ApplicationContext context) {
        return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .filter(bean -> bean.getClass().isRecord())
                .map(bean -> new SettingsRecord(prefix(bean.getClass()), bean.getClass(), bean))
                .filter(settings -> settings.prefix().startsWith(OURS))
                .toList();
    }

    private static String prefix(Class<?> type) {
        ConfigurationProperties properties =
                Objects.requireNonNull(AnnotationUtils.findAnnotation(type, ConfigurationProperties.class));
        return properties.prefix();
    }
}
