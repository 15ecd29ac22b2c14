package dev.undertone.audit;

import java.util.Optional;

/**
 * Who did something.
 *
 * @param kind what sort of actor
 * @param id stays the same when the name changes
 * @param name what people call it
 * @param address where the request came from; empty for what came from no network
 */
public record Actor(Kind kind, String id, String name, Optional<String> address) {

    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 100;

    /** Refuses an id that cannot be kept exactly; shortens the name if it has to be. */
    public Actor {
        id = StoredText.exact("the id of an actor", id, LONGEST);
        name = StoredText.shown(name, LONGEST);
        address = address.map(text -> StoredText.shown(text, LONGEST_ADDRESS));
    }

    /** The service itself, as when a lease runs out. */
    public static Actor service() {
        return new Actor(Kind.SERVICE, "service", "service", Optional.empty());
    }

    /** Somebody at the command line of the machine. */
    public static Actor commandLine() {
        return new Actor(Kind.COMMAND_LINE, "command-line", "command line", Optional.empty());
    }

    /** The sorts of actors. */
    public enum Kind {
        PERSON,
        API_KEY,
        SERVICE,
        COMMAND_LINE
    }
}
