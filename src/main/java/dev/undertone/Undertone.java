package dev.undertone;

import dev.undertone.cli.Commands;
import dev.undertone.cli.StartFailures;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/** The entry point: without a command, or with {@code serve}, the service. */
@SpringBootApplication
public class Undertone {

    private static final String BEANS_WORKED_OUT = "dev.undertone.Undertone__ApplicationContextInitializer";

    /** Runs a command, or starts the service. */
    public static void main(String[] args) {
        if (Commands.isFor(args)) {
            System.exit(Commands.run(args));
        }
        useWhatTheBuildWorkedOut();
        try {
            SpringApplication.run(Undertone.class, args);
        } catch (AbandonedRunException workedOut) {
            // The build only wanted to know what would be started.
            throw workedOut;
        } catch (RuntimeException told) {
            System.exit(StartFailures.exitCode(told));
        }
    }

    /** Only the jar has it; {@code -Dspring.aot.enabled=false} goes without. */
    private static void useWhatTheBuildWorkedOut() {
        if (SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null
                && ClassUtils.isPresent(BEANS_WORKED_OUT, Undertone.class.getClassLoader())) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }
}
