package dev.undertone.system.threads;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The threads that work on requests, 200 unless the server is told otherwise.
 *
 * @param perAddress how many of them requests of one address may occupy at the same time; one more is refused at once.
 *     The default is more than a whole office needs, more than the calls that the classifier takes, and half of all
 */
@ConfigurationProperties("undertone.system.threads")
record ThreadSettings(@DefaultValue("100") int perAddress) {

    ThreadSettings {
        if (perAddress <= 0) {
            throw new IllegalArgumentException(
                    "undertone.system.threads.per-address is " + perAddress + ", expected a positive number");
        }
    }
}
