package dev.undertone.moderation.policies;

import static dev.undertone.moderation.policies.StoredCases.OWNER;
import static dev.undertone.moderation.policies.StoredCases.holdingAnger;

import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditFilter;
import dev.undertone.audit.AuditHistory;
import dev.undertone.paging.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that tests of stored policies take again and again. */
final class Steps {

    private final PolicyShelf shelf;
    private final PolicyStates states;
    private final AuditHistory history;
    private final JdbcClient jdbc;

    Steps(ApplicationContext context) {
        shelf = context.getBean(PolicyShelf.class);
        states = context.getBean(PolicyStates.class);
        history = context.getBean(AuditHistory.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    UUID draft(String name) {
        return shelf.create(new PolicyName(name), holdingAnger(0.5), OWNER).id();
    }

    UUID live(String name) {
        UUID id = draft(name);
        states.previewed(id, 1, OWNER);
        states.activate(id, 1, OWNER);
        return id;
    }

    List<String> inState(VersionState state) {
        return jdbc.sql("""
                        select p.name, v.number from policy_version v join policy p on p.id = v.policy_id
                        where v.state = :state order by v.id
                        """)
                .param("state", state.name())
                .query((row, index) -> row.getString(1) + "@" + row.getInt(2))
                .list();
    }

    List<String> trail() {
        AuditFilter policies = new AuditFilter(
                Optional.of("policy-version"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<AuditEntry> entries =
                new ArrayList<>(history.page(policies, null, new Limit(200)).items());
        Collections.reverse(entries);
        return entries.stream()
                .map(entry -> entry.by().name() + " " + entry.change().action() + " "
                        + entry.change().after().get("version"))
                .toList();
    }

    static void inParallel(List<Callable<VersionDetails>> calls) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<VersionDetails> done : threads.invokeAll(calls)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
