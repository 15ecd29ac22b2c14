package dev.undertone.moderation.policies;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes down what happens to policies. */
@Component
class PolicyRecord {

    private static final String SUBJECT = "policy-version";

    private final AuditTrail trail;

    PolicyRecord(AuditTrail trail) {
        this.trail = trail;
    }

    /** The hash lets anybody prove later which rules a version had. */
    void created(Actor by, PolicyVersion version) {
        trail.append(
                by,
                Change.of(
                        "policy.version.created",
                        SUBJECT,
                        version.id().toString(),
                        Map.of(),
                        Map.of(
                                "version",
                                version.label(),
                                "state",
                                version.state().name(),
                                "rules-sha256",
                                sha256(version.rules()))));
    }

    void previewed(Actor by, PolicyVersion version) {
        moved(by, "policy.previewed", version, version.state());
    }

    /** The version is in another state than before. */
    void moved(Actor by, String action, PolicyVersion version, VersionState before) {
        trail.append(
                by,
                Change.of(
                        action,
                        SUBJECT,
                        version.id().toString(),
                        Map.of("state", before.name()),
                        Map.of(
                                "version",
                                version.label(),
                                "state",
                                version.state().name())));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
