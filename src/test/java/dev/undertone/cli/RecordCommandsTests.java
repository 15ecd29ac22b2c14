package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import dev.undertone.database.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that work on the database of the service. */
final class RecordCommandsTests {

    @TempDir
    private Path folder;

    @Test
    void whatIsMadeAtTheCommandLineIsListedAndInTheAuditTrail() {
        Workshop workshop = new Workshop(folder);

        Answer user = workshop.run("user", "create", "--name", "Anna", "--role", "lead");
        Answer key = workshop.run("api-key", "create", "--name", "forum", "--scope", "submit,read");

        assertThat(user.exitCode()).as(user.toString()).isZero();
        assertThat(user.output()).hasSize(2);
        assertThat(user.output().get(1)).matches("\\S{12,}");
        assertThat(key.output().get(1)).startsWith("ut_").doesNotContain(" ");
        assertThat(workshop.run("user", "list").output())
                .singleElement()
                .asString()
                .matches("Anna +lead +enabled");
        assertThat(workshop.run("api-key", "list").output())
                .singleElement()
                .asString()
                .matches("forum +submit,read +works");
        assertThat(workshop.run("audit", "verify").output())
                .singleElement()
                .asString()
                .startsWith("The audit chain holds: 2 entries, ");
    }

    @Test
    void peopleAreShutOutAndKeysRevokedByName() {
        Workshop workshop = new Workshop(folder);
        workshop.run("user", "create", "--name", "Anna", "--role", "viewer");
        workshop.run("api-key", "create", "--name", "forum", "--scope", "submit");

        assertThat(workshop.run("user", "disable", "--name", "anna").output())
                .singleElement()
                .asString()
                .endsWith("disabled");
        assertThat(workshop.run("api-key", "revoke", "--name", "forum").output())
                .singleElement()
                .asString()
                .contains("revoked");
        assertThat(workshop.run("user", "disable", "--name", "Bert"))
                .isEqualTo(new Answer(1, List.of(), List.of("undertone: there is nobody named Bert")));
        assertThat(workshop.run("audit", "verify").output())
                .singleElement()
                .asString()
                .contains(" 4 entries");
    }

    @Test
    void aBrokenChainIsTheExitCodeAndOneLine() throws SQLException {
        Workshop workshop = new Workshop(folder);
        workshop.run("user", "create", "--name", "Anna", "--role", "lead");
        List<String> exported =
                List.of(workshop.run("audit", "head").output().get(0).split(" ", -1));
        alter(workshop, "update audit_entry set actor_name = 'nobody'");

        assertThat(workshop.run("audit", "verify"))
                .isEqualTo(
                        new Answer(1, List.of(), List.of("undertone: audit entry 1: its fields do not give its hash")));
        Answer json = workshop.run("audit", "verify", "--json");
        JsonNode finding = JsonMapper.shared().readTree(json.output().get(0));
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(finding.get("holds").booleanValue()).isFalse();
        assertThat(finding.get("firstBroken").get("kind").stringValue()).isEqualTo("EDITED");

        alter(workshop, "delete from audit_entry", "delete from audit_head");

        assertThat(workshop.run("audit", "verify", "--json").output())
                .containsExactly("{\"holds\":true,\"entries\":0,\"head\":{\"count\":0,\"hash\":\"" + "0".repeat(64)
                        + "\"},\"firstBroken\":null}");
        Answer cut = workshop.run(
                Stream.concat(Stream.of("audit", "verify"), exported.stream()).toArray(String[]::new));
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.errors()).singleElement().asString().startsWith("undertone: audit entry 1: it is missing");
    }

    @Test
    void aUrlThatIsNoneIsNamedAsTheSettingThatIsWrong() {
        assertThat(new Workshop(folder).run("audit", "verify", "--spring.datasource.url=garbage"))
                .isEqualTo(new Answer(
                        1,
                        List.of(),
                        List.of("undertone: spring.datasource.url is \"garbage\", expected jdbc:h2:\u2026"
                                + " or jdbc:postgresql:\u2026")));
    }

    private static void alter(Workshop workshop, String... statements) throws SQLException {
        try (Connection connection = open(workshop);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static Connection open(Workshop workshop) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + workshop.dataDirectory() + "/undertone", "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    user create --name A --role king  | --role king: there is no such role; there are viewer, moderator, lead, policy-owner, admin
                    api-key create --name A --scope read,all | --scope all: there is no such scope; there are submit, read, review, policy, audit, admin
                    audit verify --count 3            | --count and --hash: give both or neither
                    audit verify --count 3 --hash abc | --count, --hash: the hash is not 64 digits of 0-9 and a-f
                    """)
    void wrongUsageIsToldBeforeTheDatabaseIsOpened(String arguments, String error) {
        Answer answer = new Workshop(folder).run(arguments.split(" +", -1));

        assertThat(answer).isEqualTo(new Answer(2, List.of(), List.of("undertone: " + error)));
        assertThat(new Workshop(folder).dataDirectory()).doesNotExist();
    }

    @Test
    void aNameThatIsTakenOrBreaksARuleIsOneLine() {
        Workshop workshop = new Workshop(folder);
        workshop.run("user", "create", "--name", "Anna", "--role", "lead");

        Answer taken = workshop.run("user", "create", "--name", "anna", "--role", "lead");
        Answer blank = workshop.run("user", "create", "--name", " ", "--role", "lead");

        assertThat(taken.exitCode()).isEqualTo(1);
        assertThat(taken.errors()).singleElement().asString().contains("already a person named \"anna\"");
        assertThat(blank.exitCode()).isEqualTo(2);
        assertThat(blank.errors()).singleElement().asString().startsWith("undertone: --name: ");
    }

    @Test
    void theCommandsWorkOnPostgresToo() {
        Workshop workshop = new Workshop(folder);
        String url = "--spring.datasource.url=" + PostgresServer.newDatabase();
        String user = "--spring.datasource.username=postgres";

        Answer made = workshop.run(url, user, "user", "create", "--name", "Anna", "--role", "lead");
        Answer checked = workshop.run(url, user, "audit", "verify");

        assertThat(made.output()).as(made.toString()).hasSize(2);
        assertThat(checked.output()).singleElement().asString().contains(" 1 entries");
    }

    @Test
    void aDatabaseThatIsNotThereIsOneLineWithoutItsPassword() {
        Answer answer = new Workshop(folder)
                .run("--spring.datasource.url=jdbc:postgresql://localhost:1/none?password=secret", "audit", "verify");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .startsWith("undertone: the database jdbc:postgresql://localhost:1/none cannot be used: ")
                .doesNotContain("secret");
    }

    @Test
    void whileAServiceHoldsTheDatabaseTheEndpointToUseIsNamed() throws SQLException {
        Workshop workshop = new Workshop(folder);
        Map<String, String> environment =
                Map.of("UNDERTONE_DATA_DIR", workshop.dataDirectory().toString());

        try (Connection service = open(workshop);
                CommandProcess verify = CommandProcess.start(folder, environment, List.of("audit", "verify"))) {
            assertThat(verify.restOfErrors())
                    .containsExactly("undertone: the embedded database in " + workshop.dataDirectory()
                            + " is in use by a running service: use GET /api/v1/audit/verify of that service, or stop"
                            + " it");
            assertThat(verify.exitCode()).isEqualTo(1);
            assertThat(verify.output()).isEmpty();
            assertThat(service.isValid(1)).isTrue();
        }
    }
}
