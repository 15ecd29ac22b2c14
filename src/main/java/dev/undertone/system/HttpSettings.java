package dev.undertone.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of every request to the API.
 *
 * @param maxBodySize the largest body that is read; the default holds 256 texts of 20,000 characters of three bytes
 */
@ConfigurationProperties("undertone.system")
record HttpSettings(@DefaultValue("16MB") DataSize maxBodySize) {

    HttpSettings {
        if (maxBodySize.toBytes() <= 0) {
            throw new IllegalArgumentException(
                    "undertone.system.max-body-size is " + maxBodySize + ", expected a positive size");
        }
    }
}
