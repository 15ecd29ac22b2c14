package dev.undertone.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The open demo: the analyse and batch pages and the classify endpoint without a login.
 *
 * @param enabled whether they are open; if not, they are closed to everybody who has not logged in
 * @param rateLimit how much one address may ask for
 */
@ConfigurationProperties("undertone.demo")
record DemoSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue RateLimit rateLimit) {

    /**
     * A bucket of permits for each caller.
     *
     * @param requestsPerMinute permits that flow back in a minute
     * @param burst permits that a caller who was quiet may spend at once
     * @param rememberedAddresses callers remembered at the same time; beyond that those who come seldom are forgotten,
     *     and begin with all permits
     */
    record RateLimit(
            @DefaultValue("120") int requestsPerMinute,
            @DefaultValue("120") int burst,
            @DefaultValue("20000") int rememberedAddresses) {

        RateLimit {
            requirePositive("requests-per-minute", requestsPerMinute);
            requirePositive("burst", burst);
            requirePositive("remembered-addresses", rememberedAddresses);
        }

        private static void requirePositive(String name, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException(
                        "undertone.demo.rate-limit." + name + " is " + value + ", expected a positive number");
            }
        }
    }
}
