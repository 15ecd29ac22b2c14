package dev.undertone.cli;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.cli.OneLineErrors.WrongUsage;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The people who may sign in. */
@Command(name = "user", description = "Makes, lists and shuts out the people who may sign in.")
final class UserCommand implements Runnable {

    private static final String ENDPOINT = " /api/v1/admin/users";

    private final Records records;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UserCommand(Records records) {
        this.records = records;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "user: say create, list or disable");
    }

    @Command(name = "create", description = "Makes a person and prints the password, once, on the last line.")
    int create(
            @Option(names = "--name", paramLabel = "N", required = true, description = "What to sign in with.")
                    String name,
            @Option(
                            names = "--role",
                            paramLabel = "R",
                            required = true,
                            description = "viewer, moderator, lead, policy-owner or admin.")
                    String role) {
        Role known = Role.withLabel(role).orElseThrow(() -> new WrongUsage(noSuchRole(role)));
        String password = records.with(
                "POST" + ENDPOINT,
                parts -> AccountRules.kept(() -> parts.getBean(People.class).create(name, known, Actor.commandLine())));
        spec.commandLine().getOut().println("Made " + name + ", " + known.label() + ". The password, shown only now:");
        spec.commandLine().getOut().println(password);
        return 0;
    }

    @Command(name = "list", description = "Prints name, role and state of everybody.")
    int list() {
        records.with("GET" + ENDPOINT, parts -> {
            People people = parts.getBean(People.class);
            @Nullable String after = null;
            do {
                Page<PersonDetails> page = people.list(new Limit(Limit.MAX), after);
                page.items().forEach(this::print);
                after = page.next();
            } while (after != null);
            return 0;
        });
        return 0;
    }

    @Command(name = "disable", description = "Shuts a person out; their sessions end.")
    int disable(@Option(names = "--name", paramLabel = "N", required = true, description = "Who.") String name) {
        return records.with("POST" + ENDPOINT + "/{id}/disable", parts -> {
            People people = parts.getBean(People.class);
            PersonDetails person =
                    people.named(name).orElseThrow(() -> new IllegalArgumentException("there is nobody named " + name));
            print(people.disable(person.id(), Actor.commandLine()));
            return 0;
        });
    }

    private void print(PersonDetails person) {
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%-32s %-12s %s",
                        person.name(),
                        person.role().label(),
                        person.enabled() ? "enabled" : "disabled"));
    }

    private static String noSuchRole(String role) {
        return "--role " + role + ": there is no such role; there are "
                + Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
    }
}
