package dev.undertone.account.setup;

import dev.undertone.account.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What whoever sets the service up has to know, so that no stranger is faster: it stands in the log of the service,
 * which only the person who started it sees.
 *
 * <p>It is asked for whatever the address of the request is. A request from this machine itself proves nothing: behind
 * a reverse proxy every request comes from there, and nginx as it comes out of the box adds no header by which such a
 * request could be told. For the person at the machine the log has a link with the code in it, so that nothing has to
 * be typed.
 */
@Component
public class SetupCode {

    private final String code;

    SetupCode(SetupSettings settings, Secrets secrets) {
        this.code = settings.code().isEmpty() ? secrets.code() : settings.code();
    }

    /** Whether this is the code, however it is spaced and whatever its case; takes as long for any other. */
    public boolean is(String typed) {
        return MessageDigest.isEqual(bytes(code), bytes(typed));
    }

    /** As it stands in the log. */
    String shown() {
        return code;
    }

    private static byte[] bytes(String text) {
        return plain(text).getBytes(StandardCharsets.UTF_8);
    }

    /** What counts of a code. */
    static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
