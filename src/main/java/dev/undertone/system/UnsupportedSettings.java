package dev.undertone.system;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Refuses to start with settings of Spring that this service would only seem to follow. */
@Component
@ConditionalOnWebApplication
class UnsupportedSettings {

    private static final String CONTEXT_PATH = "server.servlet.context-path";
    private static final String FORWARDED = "server.forward-headers-strategy";

    UnsupportedSettings(Environment environment) {
        String path = environment.getProperty(CONTEXT_PATH, "");
        if (StringUtils.hasText(path) && !path.equals("/")) {
            throw new IllegalStateException(CONTEXT_PATH + " is " + path
                    + ", but the pages are made for the root of a host: give the service a host name of its own");
        }
        // Its filter is not among the parts that the build of the jar has worked out.
        if (environment.getProperty(FORWARDED, "").equalsIgnoreCase("framework")) {
            throw new IllegalStateException(FORWARDED + " is framework, expected native behind a proxy, or none");
        }
    }
}
