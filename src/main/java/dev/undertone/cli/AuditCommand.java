package dev.undertone.cli;

import dev.undertone.audit.AuditChain;
import dev.undertone.audit.ChainBreak;
import dev.undertone.audit.ChainHead;
import dev.undertone.audit.ChainReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The audit chain. */
@Command(name = "audit", description = "Checks the audit chain and exports its end.")
final class AuditCommand implements Runnable {

    private final Records records;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditCommand(Records records) {
        this.records = records;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "audit: say verify or head");
    }

    @Command(name = "verify", description = "Checks every entry; fails and names the first broken one.")
    int verify(
            @Option(names = "--count", paramLabel = "N", description = "How many entries an exported head counted.")
                    @Nullable
                    Long count,
            @Option(names = "--hash", paramLabel = "H", description = "The hash of that head.") @Nullable String hash,
            @Option(names = "--json", description = "Prints one JSON object.") boolean json) {
        Optional<ChainHead> exported = exported(count, hash);
        ChainReport report = records.with(
                "GET /api/v1/audit/verify",
                parts -> parts.getBean(AuditChain.class).verify(exported));
        if (json) {
            print(JsonMapper.shared().writeValueAsString(Finding.of(report)));
        } else if (report.holds()) {
            print("The audit chain holds: " + report.entries() + " entries, the last with the hash "
                    + report.head().map(ChainHead::hash).orElse("-"));
        }
        report.firstBroken().ifPresent(broken -> spec.commandLine().getErr().println("undertone: " + broken.detail()));
        return report.holds() ? 0 : 1;
    }

    @Command(name = "head", description = "Prints the end of the chain as options of verify; keep it elsewhere.")
    int head(@Option(names = "--json", description = "Prints one JSON object.") boolean json) {
        ChainHead head = records.with(
                "GET /api/v1/audit/head",
                parts -> parts.getBean(AuditChain.class).head());
        print(
                json
                        ? JsonMapper.shared().writeValueAsString(head)
                        : "--count " + head.count() + " --hash " + head.hash());
        return 0;
    }

    private static Optional<ChainHead> exported(@Nullable Long count, @Nullable String hash) {
        if (count == null && hash == null) {
            return Optional.empty();
        }
        if (count == null || hash == null) {
            throw new OneLineErrors.WrongUsage("--count and --hash: give both or neither");
        }
        return Optional.of(OneLineErrors.given("--count, --hash", () -> ChainHead.exported(count, hash)));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** What was found, in the shape in which the endpoint answers it. */
    private record Finding(
            boolean holds,
            long entries,
            @Nullable ChainHead head,
            @Nullable ChainBreak firstBroken) {

        static Finding of(ChainReport report) {
            return new Finding(
                    report.holds(),
                    report.entries(),
                    report.head().orElse(null),
                    report.firstBroken().orElse(null));
        }
    }
}
