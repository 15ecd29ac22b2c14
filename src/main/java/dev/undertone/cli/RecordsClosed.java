package dev.undertone.cli;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** The database of the service cannot be opened. */
final class RecordsClosed extends RuntimeException {

    private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");

    private RecordsClosed(String fact, Throwable cause) {
        super(fact, cause);
    }

    /**
     * Says why in one line; empty if the failure has nothing to do with the database.
     *
     * @param endpoint what a running service offers instead
     */
    static Optional<RecordsClosed> of(Throwable failure, String url, String endpoint) {
        if (!url.startsWith("jdbc:")) {
            return Optional.of(new RecordsClosed(
                    "spring.datasource.url is \"" + withoutSecrets(url) + "\", expected jdbc:h2:… or jdbc:postgresql:…",
                    failure));
        }
        return sql(failure).map(refusal -> {
            if (refusal.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new RecordsClosed(
                        "the embedded database in " + folder(url) + " is in use by a running service: use " + endpoint
                                + " of that service, or stop it",
                        failure);
            }
            String reason =
                    String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
            return new RecordsClosed("the database " + withoutSecrets(url) + " cannot be used: " + reason, failure);
        });
    }

    /** The innermost refusal, which the others only repeat. */
    private static Optional<SQLException> sql(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                found = refusal;
            }
        }
        return Optional.ofNullable(found);
    }

    private static String folder(String url) {
        Matcher embedded = EMBEDDED.matcher(url);
        String file = embedded.matches() ? embedded.group(1) : url;
        int end = file.lastIndexOf('/');
        return end > 0 ? file.substring(0, end).replaceFirst("/\\.$", "") : file;
    }

    /** A URL may carry a password behind these characters. */
    private static String withoutSecrets(String url) {
        return url.split("[;?]", 2)[0].replaceAll("//[^/@]*@", "//");
    }
}
