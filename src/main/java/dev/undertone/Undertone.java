package dev.undertone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point: without a command, or with {@code serve}, the service. */
@SpringBootApplication
public class Undertone {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(Undertone.class, args);
    }
}
