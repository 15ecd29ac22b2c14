package dev.undertone.classification.djl;

import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.ModelStore;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes {@code djl.urls} of DJL's Spring Boot starter for {@code undertone.modelstore.path}, if it names a folder of
 * checkpoints, or the active one among them, on this machine. Whatever else of the starter is set is answered with a
 * line that says why it has no effect, instead of being passed over in silence.
 */
public final class DjlNames implements EnvironmentPostProcessor, Ordered {

    private static final String URLS = "djl.urls";
    private static final String PATH = "undertone.modelstore.path";
    private static final String CHOSEN = "the checkpoint is chosen in the model store; see \"checkpoint activate\"";

    /** What else the starter binds, and why it means nothing here. */
    private static final Map<String, String> WITHOUT_EFFECT = new TreeMap<>(Map.of(
            "djl.application-type", "this service classifies texts and does nothing else",
            "djl.input-class", "this service takes texts",
            "djl.output-class", "this service answers with emotions",
            "djl.model-artifact-id", CHOSEN,
            "djl.model-filter", CHOSEN,
            "djl.arguments",
                    "how texts become tokens stands in the checkpoint, so that it cannot differ from training"));

    private final Log log;

    /** Its lines are written once logging is set up. */
    public DjlNames(DeferredLogFactory logs) {
        this.log = logs.getLog(DjlNames.class);
    }

    /** Behind the files of settings, so that it sees what they set. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Binder binder = Binder.get(environment);
        WITHOUT_EFFECT.forEach((name, reason) -> {
            if (isSet(binder, name)) {
                log.warn(name + " has no effect: " + reason + ".");
            }
        });
        List<String> urls = binder.bind(URLS, Bindable.listOf(String.class)).orElse(List.of());
        if (urls.isEmpty()) {
            return;
        }
        if (environment.containsProperty(PATH)) {
            log.warn(URLS + " has no effect: " + PATH + " is set too, and counts.");
            return;
        }
        List<String> obstacles = new ArrayList<>();
        Optional<Path> store = store(urls, obstacles);
        obstacles.forEach(obstacle -> log.warn(URLS + " has no effect: " + obstacle + "."));
        store.ifPresent(path -> {
            environment.getPropertySources().addLast(new MapPropertySource(URLS, Map.of(PATH, path.toString())));
            log.info(URLS + " is taken for " + PATH + "=" + path);
        });
    }

    private static boolean isSet(Binder binder, String name) {
        return binder.bind(name, Bindable.of(String.class)).isBound()
                || binder.bind(name, Bindable.mapOf(String.class, Object.class)).isBound();
    }

    private static Optional<Path> store(List<String> urls, List<String> obstacles) {
        if (urls.size() > 1) {
            obstacles.add("there is one model store, and it names " + urls.size() + " places");
            return Optional.empty();
        }
        String url = urls.get(0).strip();
        Optional<Path> folder = url.isEmpty() ? Optional.empty() : path(url).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            obstacles.add(url + " is no folder on this machine, and models are not fetched; see \"checkpoint import\"");
            return Optional.empty();
        }
        Path path = folder.get();
        if (!Files.exists(path.resolve("config.json"))) {
            return folder;
        }
        Path parent = Optional.ofNullable(path.toAbsolutePath().normalize().getParent())
                .orElse(path);
        if (isActive(parent, String.valueOf(path.toAbsolutePath().normalize().getFileName()))) {
            return Optional.of(parent);
        }
        obstacles.add(path + " is a checkpoint, but not the active one of " + parent + "; see \"checkpoint activate\"");
        return Optional.empty();
    }

    private static boolean isActive(Path store, String name) {
        try {
            return new ModelStore(store)
                    .active()
                    .map(CheckpointId::value)
                    .filter(name::equals)
                    .isPresent();
        } catch (CheckpointRefused unclear) {
            return false;
        }
    }

    private static Optional<Path> path(String url) {
        try {
            return Optional.of(
                    url.startsWith("file://") ? Path.of(URI.create(url)) : Path.of(url.replaceFirst("^file:", "")));
        } catch (IllegalArgumentException | FileSystemNotFoundException notLocal) {
            return Optional.empty();
        }
    }
}
