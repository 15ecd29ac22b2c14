package dev.undertone.administration.settings;

import dev.undertone.administration.settings.Setting.Source;
import dev.undertone.administration.settings.SettingsBook.UnfitValue;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Where the value of a setting comes from, and whether another would do. */
final class SettingSources {

    private static final String OWN_DEFAULTS = "class path resource [application.yml]";

    private final ConfigurableEnvironment environment;

    SettingSources(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    Source of(String name) {
        return winner(name)
                .map(property -> property.getSource() == null ? null : sourceName(property))
                .map(source -> source.contains(OverridesFile.NAME)
                        ? Source.ADMINISTRATION
                        : source.contains(OWN_DEFAULTS) ? Source.DEFAULT : Source.OPERATOR)
                .orElse(Source.DEFAULT);
    }

    /** The value as it was written; empty if nobody wrote one. */
    String valueOf(String name) {
        return winner(name).map(property -> String.valueOf(property.getValue())).orElse("");
    }

    /** The record as it would be if nobody said anything; empty if it needs to be told something. */
    Optional<SettingsRecord> usual(SettingsRecord record) {
        List<ConfigurationPropertySource> own = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source.getName().contains(OWN_DEFAULTS)) {
                ConfigurationPropertySources.from(source).forEach(own::add);
            }
        }
        try {
            Object bound = new Binder(own, new PropertySourcesPlaceholdersResolver(environment))
                    .bindOrCreate(record.prefix(), Bindable.of(record.type()));
            return Optional.of(new SettingsRecord(record.prefix(), record.type(), bound));
        } catch (BindException untold) {
            return Optional.empty();
        }
    }

    private Optional<ConfigurationProperty> winner(String name) {
        ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(wanted);
            if (property != null) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    private static String sourceName(ConfigurationProperty property) {
        ConfigurationPropertySource source = property.getSource();
        Object underlying = source == null ? null : source.getUnderlyingSource();
        return underlying instanceof PropertySource<?> named ? named.getName() : "";
    }

    /**
     * Binds the record as the next start will, with these changes in it.
     *
     * @throws UnfitValue naming what is wrong
     */
    void requireFit(SettingsRecord record, String name, Map<String, String> changes, ApplicationContext context) {
        List<ConfigurationPropertySource> all = new ArrayList<>();
        all.add(new MapConfigurationPropertySource(changes));
        ConfigurationPropertySources.get(environment).forEach(all::add);
        Binder binder = new Binder(all, new PropertySourcesPlaceholdersResolver(environment));
        SpringValidatorAdapter validator = new SpringValidatorAdapter(context.getBean(Validator.class));
        try {
            binder.bindOrCreate(
                    record.prefix(),
                    Bindable.of(record.type()),
                    new ValidationBindHandler(BindHandler.DEFAULT, validator));
        } catch (BindException unfit) {
            throw new UnfitValue(name, reason(unfit));
        }
    }

    private static String value(BindException unfit) {
        ConfigurationProperty property = unfit.getProperty();
        return property == null ? "it is none of them" : "it is \"" + property.getValue() + "\"";
    }

    private static String reason(BindException unfit) {
        Class<?> type = unfit.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return value(unfit) + ", expected "
                    + Arrays.stream(type.getEnumConstants())
                            .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or "));
        }
        Throwable deepest = unfit;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest instanceof BindValidationException invalid
                ? invalid.getValidationErrors().getAllErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? field.getField() + " " + field.getDefaultMessage()
                                : String.valueOf(error.getDefaultMessage()))
                        .collect(Collectors.joining(", "))
                : String.valueOf(deepest.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
