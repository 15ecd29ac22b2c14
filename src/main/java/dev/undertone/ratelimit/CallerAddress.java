package dev.undertone.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who is counted as one caller: an IPv4 address, or the /64 of an IPv6 address, since one household or host commonly
 * has all 2^64 addresses of it.
 *
 * @param key equal for the same caller
 */
public record CallerAddress(String key) {

    /** Only what can be nothing but an address: a name would be looked up in the DNS. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private static final int PREFIX_BYTES = 8;

    /** The caller behind a remote address as the servlet container reports it. */
    public static CallerAddress of(String remoteAddress) {
        if (!LITERAL.matcher(remoteAddress).matches()) {
            return new CallerAddress("unknown");
        }
        try {
            InetAddress address = InetAddress.getByName(remoteAddress.replaceFirst("%.*", ""));
            if (address instanceof Inet6Address) {
                byte[] prefix = Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
                return new CallerAddress(HexFormat.of().formatHex(prefix) + "/64");
            }
            return new CallerAddress(address.getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return new CallerAddress("unknown");
        }
    }
}
