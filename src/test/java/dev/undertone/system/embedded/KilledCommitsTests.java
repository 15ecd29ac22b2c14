package dev.undertone.system.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.drill.Form;
import dev.undertone.drill.JavaLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code kill -9} in the middle of commits, again and again. */
final class KilledCommitsTests {

    private static final int KILLS = Form.of(2, 60);

    @Test
    void noTransactionIsThereByHalf(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            String url = "jdbc:h2:file:" + folder.resolve("kill-" + kill) + ";WRITE_DELAY=0";
            List<Long> acknowledged = writeUntilKilled(url, kill);
            assertThat(acknowledged).isNotEmpty();
            assertWhole(url, acknowledged, kill);
        }
    }

    /** Kills sooner and later, for a commit falls apart at its own moments. */
    private static List<Long> writeUntilKilled(String url, int kill) throws IOException, InterruptedException {
        List<String> command = JavaLine.of(KilledWriter.class.getName());
        command.add(url);
        Process writer = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            int enough = 200 + kill * 37 % 400;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(Long.valueOf(line));
                if (acknowledged.size() == enough) {
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static void assertWhole(String url, List<Long> acknowledged, int kill) {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url));
        List<Long> expected = numbers(jdbc, KilledWriter.TABLES.get(0));
        assertThat(expected).as("after kill %d", kill).containsAll(acknowledged);
        for (String table : KilledWriter.TABLES) {
            assertThat(numbers(jdbc, table))
                    .as("table %s after kill %d", table, kill)
                    .isEqualTo(expected);
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as("rows counted in %s after kill %d", table, kill)
                    .isEqualTo(expected.size());
        }
    }

    private static List<Long> numbers(JdbcClient jdbc, String table) {
        return jdbc.sql("select id from " + table + " order by id")
                .query(Long.class)
                .list();
    }
}
