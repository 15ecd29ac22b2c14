package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction in which very much happens. */
@OnH2
final class LongTransactionTests {

    @Autowired
    private EntityManager entities;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditChain chain;

    @Test
    void itsEntriesAreHandedToTheDatabaseInPortions() {
        List<Integer> portions = new ArrayList<>();
        ChainWriter writer = new ChainWriter(entities, new Watched(database, portions));
        Pending.Noted noted = new Pending.Noted(
                clock.instant(), Actor.service(), Change.of("a.b", "c", "d", Map.of(), Map.of("e", "f")));
        transaction.executeWithoutResult(running -> writer.write(Collections.nCopies(2_500, noted)));

        assertThat(portions).containsExactly(1_000, 1_000, 500);
        assertThat(chain.verify(Optional.empty()).holds()).isTrue();
    }

    /** Takes down how many rows went with each batch. */
    private static final class Watched extends JdbcTemplate {

        private final List<Integer> portions;

        Watched(DataSource database, List<Integer> portions) {
            super(database);
            this.portions = portions;
        }

        @Override
        public <T> int[][] batchUpdate(
                String sql, Collection<T> rows, int atOnce, ParameterizedPreparedStatementSetter<T> setter) {
            int[][] updated = super.batchUpdate(sql, rows, atOnce, setter);
            for (int[] portion : updated) {
                portions.add(portion.length);
            }
            return updated;
        }
    }
}
