package dev.undertone.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry: SHA-256, in lower-case hexadecimal, of these fields one after the other.
 *
 * <ol>
 *   <li>the text {@code undertone-audit-1}
 *   <li>the previous hash as text
 *   <li>the sequence number in decimal
 *   <li>the time as microseconds since 1970-01-01T00:00:00Z in decimal
 *   <li>kind, id, name and address of the actor
 *   <li>the action; type and id of the subject
 *   <li>the state before and after, as the stored JSON text
 *   <li>the checkpoint and the policy version
 * </ol>
 *
 * <p>Each field is written as its length in bytes (four bytes, the highest first) and then its UTF-8 bytes; a field
 * that is missing as the length -1 (four bytes FF) and nothing else. No two entries are written as the same bytes.
 */
final class LinkHash {

    private static final String FORMAT = "undertone-audit-1";

    private LinkHash() {}

    /** The hash that the entry must have if it stands in this place. */
    static String of(Link link, long sequence) {
        MessageDigest digest = sha256();
        for (String field : fields(link, sequence)) {
            update(digest, field);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<@Nullable String> fields(Link link, long sequence) {
        return Arrays.asList(
                FORMAT,
                link.previousHash(),
                Long.toString(sequence),
                Long.toString(microseconds(link.at())),
                link.actorKind(),
                link.actorId(),
                link.actorName(),
                link.actorAddress(),
                link.action(),
                link.subjectType(),
                link.subjectId(),
                link.before(),
                link.after(),
                link.checkpoint(),
                link.policyVersion());
    }

    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void update(MessageDigest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? -1 : bytes.length)
                .flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
