package dev.undertone.pages;

import dev.undertone.Undertone;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * How long each page takes, as an administrator, over HTTP, with 100,000 submissions in H2 and in PostgreSQL.
 *
 * <pre>
 * mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp "target/test-classes:target/classes:$(cat target/classpath)" dev.undertone.pages.PagesBenchmark h2 postgres
 * </pre>
 *
 * <p>{@link Extent} says what can be changed with {@code -Dpages.…}.
 */
public final class PagesBenchmark {

    private static final String ADMIN = "Ada";
    private static final String PASSWORD = "a long walk by the grey sea";
    private static final int SURROUNDINGS = 60;
    private static final int WARM_UP = 15;
    private static final int SELDOM = 7;

    private PagesBenchmark() {}

    /** Measures with the databases that are named: {@code h2}, {@code postgres}. */
    public static void main(String[] databases) throws IOException {
        for (String database : databases.length == 0 ? new String[] {"h2", "postgres"} : databases) {
            measure(database, Extent.read());
        }
        System.exit(0);
    }

    private static void measure(String database, Extent extent) throws IOException {
        Path folder = Files.createTempDirectory("undertone-pages");
        try (ConfigurableApplicationContext service = open(settings(database, folder))) {
            fill(service, extent);
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Client client = Client.signedIn(port, ADMIN, PASSWORD);
            JdbcTemplate jdbc = service.getBean(JdbcTemplate.class);
            double before = load();
            Timings timings = Timings.of(Pages.of(client, service), WARM_UP, extent.rounds());
            Timings seldom = Timings.of(Pages.seldom(client, service), 2, SELDOM);
            System.out.printf(
                    "%n%s, %s, %d items, %d audit entries; load before %.1f, after %.1f; milliseconds%n%s%n%s%n",
                    database,
                    extent,
                    jdbc.queryForObject("select count(*) from reviewable", Integer.class),
                    jdbc.queryForObject("select count(*) from audit_entry", Integer.class),
                    before,
                    load(),
                    timings.table(),
                    seldom.table());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void fill(ConfigurableApplicationContext service, Extent extent) {
        Stock stock = new Stock(service, extent);
        stock.fill(service.getBean(People.class)
                .create(ADMIN, Role.ADMIN, PASSWORD, Actor.commandLine())
                .id());
        stock.surround(SURROUNDINGS);
        stock.settle();
    }

    private static List<String> settings(String database, Path folder) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--undertone.data-dir=" + folder,
                "--undertone.demo.rate-limit.requests-per-minute=1000000",
                "--undertone.demo.rate-limit.burst=1000000"));
        if (database.equals("h2")) {
            // Otherwise it answers the same question twice from memory, and nothing changes here in between.
            settings.add("--spring.datasource.url=jdbc:h2:file:" + folder
                    + "/undertone;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0");
        } else {
            settings.add("--spring.datasource.url=" + PostgresServer.newDatabase());
            settings.add("--spring.datasource.username=postgres");
            settings.add("--spring.datasource.password=");
        }
        return settings;
    }

    private static ConfigurableApplicationContext open(List<String> settings) {
        return new SpringApplicationBuilder(Undertone.class, MovableClock.Configuration.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("shipped", new Shipped()))
                .run(settings.toArray(String[]::new));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The service as it is shipped, without what its tests bring along. */
    private static final class Shipped extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shipped;
        }

        @Override
        public int hashCode() {
            return Shipped.class.hashCode();
        }
    }
}
