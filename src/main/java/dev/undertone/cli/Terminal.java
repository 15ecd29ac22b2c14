package dev.undertone.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Whether a person sits in front of this process. */
final class Terminal {

    private Terminal() {}

    /** Whether standard input and output both lead to a terminal. */
    static boolean attached() {
        return Optional.ofNullable(System.console()).map(Terminal::isTerminal).orElse(false);
    }

    /** From Java 22 on there is always a console, and it says itself whether it is a terminal; before, it always is. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the console does not say whether it is a terminal", e);
        }
    }
}
