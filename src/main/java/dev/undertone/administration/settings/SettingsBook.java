package dev.undertone.administration.settings;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Every setting of the modules, and the way to change one for the next start. */
@Service
public class SettingsBook {

    private static final Pattern SECRET = Pattern.compile(".*(password|secret|token(?!s)|private-key|setup\\.code).*");
    private static final int LONGEST_VALUE = 1000;

    private final ConfigurableApplicationContext context;
    private final SettingSources sources;
    private final OverridesFile overrides;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final ReentrantLock changing = new ReentrantLock();

    SettingsBook(ConfigurableApplicationContext context, AuditTrail trail, TransactionOperations transaction) {
        ConfigurableEnvironment environment = context.getEnvironment();
        this.context = context;
        this.sources = new SettingSources(environment);
        this.overrides = new OverridesFile(Path.of(environment.getRequiredProperty("undertone.data-dir")));
        this.trail = trail;
        this.transaction = transaction;
    }

    /** All settings by name. */
    public List<Setting> list() {
        Map<String, String> changed = overrides.read();
        Map<String, Setting> all = new TreeMap<>();
        for (SettingsRecord settings : records()) {
            Map<String, String> usual =
                    sources.usual(settings).map(SettingsRecord::values).orElse(Map.of());
            settings.values()
                    .forEach((name, value) ->
                            all.put(name, setting(name, value, usual.getOrDefault(name, ""), changed)));
        }
        return List.copyOf(all.values());
    }

    private Setting setting(String name, String value, String usual, Map<String, String> changed) {
        Setting.Source source = sources.of(name);
        Optional<String> after = Optional.ofNullable(changed.get(name))
                .filter(next -> source != Setting.Source.OPERATOR && !next.equals(sources.valueOf(name)));
        boolean secret = SECRET.matcher(name).matches();
        return new Setting(name, secret && !value.isEmpty() ? "***" : value, source, usual, after.orElse(null));
    }

    private List<SettingsRecord> records() {
        return SettingsRecords.in(context);
    }

    /**
     * Keeps a value for the next start.
     *
     * @param named of the setting in full, with dashes or without
     * @param value as in a file of settings, but standing for itself; empty takes the change back
     * @throws UnknownSetting if there is none with this name
     * @throws UnfitValue if the service would not start with it
     * @throws SetElsewhere if the operator's value would win over it
     */
    public Setting change(String named, Optional<String> value, Actor by) {
        SettingsRecord record = recordOf(named);
        String name = record.canonical(named).orElseThrow(() -> new UnknownSetting(named));
        if (sources.of(name) == Setting.Source.OPERATOR) {
            throw new SetElsewhere(name);
        }
        // All of it in turn, the commit and what follows when it fails too: each change is written into all the others.
        changing.lock();
        try {
            keep(record, name, value, by);
        } finally {
            changing.unlock();
        }
        return list().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void keep(SettingsRecord record, String name, Optional<String> value, Actor by) {
        Map<String, String> before = overrides.read();
        Map<String, String> after = new TreeMap<>(before);
        value.ifPresentOrElse(text -> after.put(name, text), () -> after.remove(name));
        value.filter(text -> text.length() > LONGEST_VALUE).ifPresent(text -> {
            throw new UnfitValue(name, "it has " + text.length() + " characters, at most " + LONGEST_VALUE);
        });
        // It would be filled in with whatever else is set, passwords included, here and at each start.
        value.filter(text -> text.contains("${")).ifPresent(text -> {
            throw new UnfitValue(name, "it has \"${\", and a value stands for itself");
        });
        sources.requireFit(record, name, after, context);
        try {
            transaction.executeWithoutResult(status -> {
                trail.append(by, change(name, before, after));
                overrides.write(after);
            });
        } catch (RuntimeException notKept) {
            overrides.write(before);
            throw notKept;
        }
    }

    private SettingsRecord recordOf(String name) {
        if (!ConfigurationPropertyName.isValid(name)) {
            throw new UnknownSetting(name);
        }
        return records().stream()
                .filter(record -> record.canonical(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new UnknownSetting(name));
    }

    private static Change change(String name, Map<String, String> before, Map<String, String> after) {
        return Change.of("setting.changed", "setting", name, valueIn(before, name), valueIn(after, name));
    }

    private static Map<String, String> valueIn(Map<String, String> all, String name) {
        return all.containsKey(name) && !SECRET.matcher(name).matches()
                ? Map.of("value", String.valueOf(all.get(name)))
                : Map.of();
    }

    /** There is no setting with this name. */
    public static final class UnknownSetting extends RuntimeException {
        UnknownSetting(String name) {
            super("There is no setting \"" + name.substring(0, Math.min(100, name.length()))
                    + "\"; GET /api/v1/admin/settings lists them.");
        }
    }

    /** The service would not start with this value. */
    public static final class UnfitValue extends RuntimeException {
        UnfitValue(String name, String fact) {
            super(name + " cannot have this value: " + fact + ". Nothing was changed.");
        }
    }

    /** The operator has said what it is to be. */
    public static final class SetElsewhere extends RuntimeException {
        SetElsewhere(String name) {
            super(name + " is set by the operator, in a file, the environment or the command line of the service,"
                    + " which wins over what is said here; change it there. Nothing was changed.");
        }
    }
}
