package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was erased is not in the bytes of the embedded database either, once it has been compacted. Until then H2 may
 * leave old pages where they lay; it gives no way to overwrite them while it runs.
 */
final class ErasedFromDiskTests {

    private static final String SENTINEL = "Quagga-7f3a9c";

    @Test
    void aCompactedFileHoldsNothingOfAnErasedAuthor(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws IOException, SQLException {
        Premises premises = Premises.onH2(folder);
        String key = premises.newKey("officer", "submit,read,admin");
        Path file = premises.data().resolve("undertone.mv.db");
        try (ServiceProcess service = premises.open()) {
            Api api = new Api(service.port(), key);
            Answer sent = api.post(
                    "/api/v1/submissions",
                    Map.of(
                            "channel",
                            "forum",
                            "author",
                            SENTINEL,
                            "externalId",
                            "id " + SENTINEL,
                            "text",
                            "I am " + SENTINEL,
                            "context",
                            "before " + SENTINEL));
            assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
            assertThat(holds(file)).as("what is stored is in the file").isTrue();
            assertThat(erase(service.port(), key)).isEqualTo(200);
        }
        compact(premises.data().resolve("undertone"));
        assertThat(holds(file)).isFalse();
    }

    private static int erase(int port, String key) {
        URI author = URI.create("http://localhost:" + port + "/api/v1/authors/" + SENTINEL);
        return Api.exchange(HttpRequest.newBuilder(author)
                        .header("Authorization", "Bearer " + key)
                        .DELETE()
                        .build())
                .statusCode();
    }

    private static void compact(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database.toAbsolutePath(), "", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
    }

    private static boolean holds(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SENTINEL);
    }
}
