package dev.undertone.administration;

import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.ServedModel;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;

/** How the service is at this moment. */
@Service
public class Overview {

    private final EmotionClassifier classifier;
    private final DataSource database;
    private final Path data;
    private final Clock clock;

    Overview(EmotionClassifier classifier, DataSource database, Environment environment, Clock clock) {
        this.classifier = classifier;
        this.database = database;
        this.data = Path.of(environment.getRequiredProperty("undertone.data-dir"));
        this.clock = clock;
    }

    /** Looks at everything anew. */
    public Facts now() {
        Instant since =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Optional<String> version =
                Optional.ofNullable(Overview.class.getPackage().getImplementationVersion());
        Duration up = Duration.between(since, clock.instant());
        return new Facts(
                version, up.isNegative() ? Duration.ZERO : up, product(), DataUse.of(data), model(), obstacle());
    }

    private String product() {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            DatabaseMetaData metadata = connection.getMetaData();
            return metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion();
        } catch (SQLException away) {
            throw new IllegalStateException("the database does not say what it is", away);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private Optional<ServedModel> model() {
        try {
            return Optional.of(classifier.model());
        } catch (ClassifierUnavailable unavailable) {
            return Optional.empty();
        }
    }

    private Optional<String> obstacle() {
        try {
            classifier.model();
            return Optional.empty();
        } catch (ClassifierUnavailable unavailable) {
            return Optional.ofNullable(unavailable.getMessage());
        }
    }

    /**
     * What an operator asks first.
     *
     * @param version the version the jar was built as; empty when it runs unpackaged
     * @param up how long the service has been running
     * @param database product and version
     * @param data what the data directory holds
     * @param model what reads at the moment; empty if nothing can
     * @param obstacle why nothing can read, if so
     */
    public record Facts(
            Optional<String> version,
            Duration up,
            String database,
            DataUse data,
            Optional<ServedModel> model,
            Optional<String> obstacle) {}
}
