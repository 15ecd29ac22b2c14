package dev.undertone.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.context.WebApplicationContext;

/** Says in one line on standard error why the service does not start, as commands do; more only with --debug. */
public final class StartFailures implements SpringBootExceptionReporter {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final @Nullable ConfigurableApplicationContext context;

    /** Made by Spring for each start; the context is null if it failed before there was one. */
    StartFailures(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        // A command opens the records without web server, and says itself what came of it.
        if (!(context instanceof WebApplicationContext)
                || context.getEnvironment().containsProperty("debug")) {
            return false;
        }
        System.err.println(
                "undertone: " + line(failure, context.getEnvironment().getProperty("spring.datasource.url", "jdbc:")));
        return true;
    }

    /** What the process ends with: 2 for a setting that cannot be, 1 for everything else. */
    public static int exitCode(Throwable failure) {
        return wrongSetting(failure).isPresent() ? WRONG_USAGE : FAILED;
    }

    private static String line(Throwable failure, String database) {
        return cause(PortInUseException.class, failure)
                .map(taken ->
                        "port " + taken.getPort() + " is in use: stop what uses it, or give --server.port another")
                .or(() -> wrongSetting(failure))
                .or(() -> RecordsClosed.of(failure, database, "the pages").map(Throwable::getMessage))
                .orElseGet(() -> "the service cannot start: "
                        + OneLineErrors.line(NestedExceptionUtils.getMostSpecificCause(failure))
                        + "; --debug tells where");
    }

    private static Optional<String> wrongSetting(Throwable failure) {
        return cause(ConfigurationPropertiesBindException.class, failure)
                .map(WrongSetting::of)
                .map(Throwable::getMessage);
    }

    private static <T extends Throwable> Optional<T> cause(Class<T> type, Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
