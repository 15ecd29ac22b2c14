package dev.undertone.cli;

import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.ModelStoreSettings;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.training.evaluation.RunLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The settings a command works with, read as the service reads them: files, environment, options.
 *
 * <p>They are bound in a context that holds nothing else, so a command starts neither a web server nor a database.
 *
 * @param modelStore where checkpoints are
 * @param classification how texts reach the network
 * @param dataDirectory where a training keeps its state
 */
record Settings(ModelStoreSettings modelStore, ClassificationSettings classification, Path dataDirectory) {

    /** What every training with this data directory came to. */
    RunLog runLog() {
        return new RunLog(dataDirectory.resolve("training").resolve(RunLog.NAME));
    }

    static Settings read(List<String> arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Binding.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // Standard output belongs to the command's answer.
                .properties("logging.threshold.console=OFF")
                .run(arguments.toArray(String[]::new))) {
            return new Settings(
                    context.getBean(ModelStoreSettings.class),
                    context.getBean(ClassificationSettings.class),
                    Path.of(context.getEnvironment().getRequiredProperty("undertone.data-dir")));
        } catch (ConfigurationPropertiesBindException e) {
            throw WrongSetting.of(e);
        }
    }

    ModelStore store() {
        return new ModelStore(modelStore.path());
    }

    /** The checkpoint with this name, or the active one. */
    Checkpoint checkpoint(@Nullable String id) {
        ModelStore store = store();
        return store.open(Optional.ofNullable(id)
                .map(name -> OneLineErrors.given(() -> new CheckpointId(name)))
                .or(store::active)
                .orElseThrow(() -> new NoCheckpoint(modelStore.path(), store.list())));
    }

    /** None was named, and none is active. */
    static final class NoCheckpoint extends RuntimeException {
        NoCheckpoint(Path path, List<CheckpointId> there) {
            super(
                    there.isEmpty()
                            ? "there is no checkpoint in " + path + ": import one, or set undertone.modelstore.path"
                            : "no checkpoint in " + path + " is active; there are " + there
                                    + ": name one, or activate it");
        }
    }

    /** Binds the records; no component, so that the service's scan passes it by. */
    @EnableConfigurationProperties({ModelStoreSettings.class, ClassificationSettings.class})
    static class Binding {}
}
