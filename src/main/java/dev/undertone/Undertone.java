package dev.undertone;

import dev.undertone.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point: without a command, or with {@code serve}, the service. */
@SpringBootApplication
public class Undertone {

    /** Runs a command, or starts the service. */
    public static void main(String[] args) {
        if (Commands.isFor(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(Undertone.class, args);
    }
}
