package dev.undertone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Takes options from a YAML file of {@code name: value} lines, names as on the command line without dashes. What is
 * given on the command line wins; what is in neither has its built-in default.
 */
final class YamlDefaults implements IDefaultValueProvider {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Path file;
    private final List<OptionSpec> known;
    private Optional<Map<String, String>> values = Optional.empty();

    /**
     * Defaults from a file that is read when the first is asked for.
     *
     * @param known the options that may be in it
     */
    YamlDefaults(Path file, List<OptionSpec> known) {
        this.file = file;
        this.known = known;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (values.isEmpty()) {
            values = Optional.of(read());
        }
        return argument instanceof OptionSpec option
                ? values.get().get(option.longestName().substring(2))
                : null;
    }

    private Map<String, String> read() {
        if (!Files.isRegularFile(file)) {
            throw new OneLineErrors.WrongUsage("--config " + file + ": there is no such file");
        }
        JsonNode yaml = parse();
        if (!yaml.isObject() && !yaml.isMissingNode() && !yaml.isNull()) {
            throw new OneLineErrors.WrongUsage("--config " + file + " has other things than \"option: value\" lines");
        }
        Map<String, String> read = new LinkedHashMap<>();
        yaml.properties()
                .forEach(entry -> read.put(
                        entry.getKey(),
                        entry.getValue().isValueNode()
                                ? entry.getValue().asString()
                                : entry.getValue().toString()));
        for (String name : read.keySet()) {
            if (known.stream().noneMatch(option -> option.longestName().equals("--" + name))) {
                throw new OneLineErrors.WrongUsage("--config " + file + ": there is no option --" + name);
            }
        }
        return read;
    }

    private JsonNode parse() {
        try {
            return YAML.readTree(file);
        } catch (JacksonException e) {
            throw new OneLineErrors.WrongUsage(
                    "--config " + file + " is no YAML: line " + e.getLocation().getLineNr() + " cannot be read", e);
        }
    }
}
