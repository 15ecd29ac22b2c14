package dev.undertone.moderation.file;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service keeps what does not belong into the database.
 *
 * @param dataDir created when missing
 */
@ConfigurationProperties("undertone")
record DataFolder(@DefaultValue("./data") Path dataDir) {}
