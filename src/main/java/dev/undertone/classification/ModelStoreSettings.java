package dev.undertone.classification;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where checkpoints are.
 *
 * @param path the folder with one folder for each checkpoint
 */
@Validated
@ConfigurationProperties("undertone.modelstore")
public record ModelStoreSettings(
        @DefaultValue("./model-store") @NotNull Path path) {}
