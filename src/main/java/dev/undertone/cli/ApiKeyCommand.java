package dev.undertone.cli;

import dev.undertone.account.ApiKeyDetails;
import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.cli.OneLineErrors.WrongUsage;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys with which other systems call. */
@Command(name = "api-key", description = "Makes, lists and revokes the keys with which other systems call.")
final class ApiKeyCommand implements Runnable {

    private static final String ENDPOINT = " /api/v1/admin/api-keys";

    private final Records records;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ApiKeyCommand(Records records) {
        this.records = records;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "api-key: say create, list or revoke");
    }

    @Command(name = "create", description = "Makes a key and prints it, once, on the last line.")
    int create(
            @Option(names = "--name", paramLabel = "N", required = true, description = "What to call it.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "S",
                            split = ",",
                            required = true,
                            description = "submit, read, review, policy, audit or admin; several with commas.")
                    List<String> scopes) {
        Set<Scope> known = scopes.stream()
                .map(scope -> Scope.withLabel(scope).orElseThrow(() -> new WrongUsage(noSuchScope(scope))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        String key = records.with(
                "POST" + ENDPOINT,
                parts ->
                        AccountRules.kept(() -> parts.getBean(ApiKeys.class).create(name, known, Actor.commandLine())));
        spec.commandLine().getOut().println("Made " + name + " for " + labels(known) + ". The key, shown only now:");
        spec.commandLine().getOut().println(key);
        return 0;
    }

    @Command(name = "list", description = "Prints name, scopes and state of every key.")
    int list() {
        return records.with("GET" + ENDPOINT, parts -> {
            ApiKeys keys = parts.getBean(ApiKeys.class);
            @Nullable String after = null;
            do {
                Page<ApiKeyDetails> page = keys.list(new Limit(Limit.MAX), after);
                page.items().forEach(this::print);
                after = page.next();
            } while (after != null);
            return 0;
        });
    }

    @Command(name = "revoke", description = "Ends a key for good.")
    int revoke(@Option(names = "--name", paramLabel = "N", required = true, description = "Which.") String name) {
        return records.with("POST" + ENDPOINT + "/{id}/revoke", parts -> {
            ApiKeys keys = parts.getBean(ApiKeys.class);
            ApiKeyDetails key = keys.named(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no API key named " + name));
            print(keys.revoke(key.id(), Actor.commandLine()));
            return 0;
        });
    }

    private void print(ApiKeyDetails key) {
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%-32s %-12s %s",
                        key.name(),
                        labels(key.scopes()),
                        key.revokedAt().map(at -> "revoked " + at).orElse("works")));
    }

    private static String labels(Set<Scope> scopes) {
        return scopes.stream().map(Scope::label).collect(Collectors.joining(","));
    }

    private static String noSuchScope(String scope) {
        return "--scope " + scope + ": there is no such scope; there are "
                + Arrays.stream(Scope.values()).map(Scope::label).collect(Collectors.joining(", "));
    }
}
