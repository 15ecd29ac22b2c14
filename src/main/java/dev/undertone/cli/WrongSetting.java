package dev.undertone.cli;

import dev.undertone.cli.OneLineErrors.WrongUsage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says in one line which setting has a value that it cannot have; Spring says it in ten. */
final class WrongSetting {

    private WrongSetting() {}

    static WrongUsage of(ConfigurationPropertiesBindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return new WrongUsage(outOfRange(invalid), failure);
            }
            if (cause instanceof BindException bind && bind.getProperty() != null) {
                return new WrongUsage(ofAnotherType(bind, bind.getProperty()), failure);
            }
        }
        return new WrongUsage(String.valueOf(failure.getMessage()), failure);
    }

    private static String outOfRange(BindValidationException invalid) {
        String prefix = invalid.getValidationErrors().getName() + ".";
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> prefix + named(error) + " " + error.getDefaultMessage())
                .collect(Collectors.joining("; "));
    }

    private static String named(ObjectError error) {
        return error instanceof FieldError field
                ? kebab(field.getField()) + " is " + field.getRejectedValue() + ":"
                : error.getObjectName();
    }

    /** Settings are written with dashes, the fields of their records in camel case. */
    private static String kebab(String field) {
        return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String ofAnotherType(BindException bind, ConfigurationProperty property) {
        Class<?> type = bind.getTarget().getType().resolve(Object.class);
        String expected = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "))
                : type.getSimpleName();
        return property.getName() + " is \"" + property.getValue() + "\", expected " + expected;
    }
}
