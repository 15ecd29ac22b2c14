package dev.undertone.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands, and hands the settings or the records to those that ask for them; they are read when first needed.
 */
final class SettingsFactory implements IFactory {

    private final Supplier<Settings> settings;
    private final Records records;

    SettingsFactory(List<String> arguments) {
        this.settings = new Once(arguments);
        this.records = new Records(arguments);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Supplier.class})) {
                return type.cast(constructor.newInstance(settings));
            }
            if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Records.class})) {
                return type.cast(constructor.newInstance(records));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }

    private static final class Once implements Supplier<Settings> {

        private final List<String> arguments;
        private final java.util.concurrent.atomic.AtomicReference<Settings> read =
                new java.util.concurrent.atomic.AtomicReference<>();

        Once(List<String> arguments) {
            this.arguments = arguments;
        }

        @Override
        public Settings get() {
            return read.updateAndGet(known -> known != null ? known : Settings.read(arguments));
        }
    }
}
