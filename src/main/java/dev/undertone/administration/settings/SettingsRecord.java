package dev.undertone.administration.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.unit.DataSize;

/**
 * One module's record of settings.
 *
 * @param prefix what the names of its settings begin with
 * @param type the record's class
 * @param bound the record that the service runs with
 */
record SettingsRecord(String prefix, Class<?> type, Object bound) {

    /** The value of each setting in it by full name, as text; values of nested records stand for themselves. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        collect(prefix, bound, values);
        return values;
    }

    private static void collect(String prefix, Object record, Map<String, String> into) {
        for (RecordComponent component : componentsOf(record)) {
            String name = prefix + "." + kebab(component.getName());
            Object value = read(component, record);
            if (value != null && value.getClass().isRecord()) {
                collect(name, value, into);
            } else {
                into.put(name, text(value));
            }
        }
    }

    private static RecordComponent[] componentsOf(Object record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        return components == null ? new RecordComponent[0] : components;
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            Method accessor = component.getAccessor();
            // The records of other modules are package-private; their accessors are public.
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the setting " + component + " cannot be read", e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof DataSize size) {
            return size.toBytes() + "B";
        }
        return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
    }

    /** {@code maxBodySize} as {@code max-body-size}. */
    static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    /** The name of a setting of this record as it is listed, however its dashes are written; empty if there is none. */
    Optional<String> canonical(String name) {
        ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
        return values().keySet().stream()
                .filter(known -> ConfigurationPropertyName.of(known).equals(wanted))
                .findFirst();
    }
}
