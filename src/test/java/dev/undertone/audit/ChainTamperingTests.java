package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.ChainBreak.Kind;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

final class ChainTamperingTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(Tampering.in(context));
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {

        private final Tampering tampering;

        Postgres(@Autowired ApplicationContext context) {
            super(Tampering.in(context));
            tampering = Tampering.in(context);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update audit_entry set actor_name = 'x'",
                    "delete from audit_entry",
                    "truncate audit_entry",
                    "truncate audit_head",
                    "truncate audit_entry, audit_head"
                })
        void theDatabaseItselfRefusesToChangeEntries(String statement) {
            assertThatThrownBy(() -> tampering.jdbc().execute(statement))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("neither changed nor removed");
        }
    }

    abstract static class Cases {

        private static final int ENTRIES = 6;

        private final Tampering tampering;

        Cases(Tampering tampering) {
            this.tampering = tampering;
        }

        @BeforeEach
        void someEntries() {
            tampering.append(1, ENTRIES);
        }

        @Test
        void anUntouchedChainHoldsAndSaysWhereItEnds() {
            ChainReport report =
                    tampering.chain().verify(Optional.of(tampering.chain().head()));

            assertThat(report.firstBroken()).isEmpty();
            assertThat(report.entries()).isEqualTo(ENTRIES);
            assertThat(report.head()).contains(new ChainHead(ENTRIES, tampering.hash(ENTRIES)));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        at             | timestamp with time zone '2026-01-05 09:00:00.000001+00:00'
                        actor_kind     | 'API_KEY'
                        actor_id       | 'id-4'
                        actor_name     | 'Zoe 3'
                        actor_address  | null
                        action         | 'thing.unmade'
                        subject_type   | 'other'
                        subject_id     | 'subject-4'
                        before_state   | '{"state":"older"}'
                        after_state    | '{}'
                        checkpoint     | 'another'
                        policy_version | null
                        previous_hash  | hash
                        hash           | previous_hash
                        """)
        void everyEditedColumnIsFound(String column, String value) {
            tampering.run("update audit_entry set " + column + " = " + value + " where sequence = 3");

            assertBroken(3, Kind.EDITED);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, ENTRIES})
        void aMovedEntryIsFound(int place) {
            tampering.run("update audit_entry set sequence = 77 where sequence = " + place);

            assertBroken(place, Kind.REORDERED);
        }

        @ParameterizedTest
        @CsvSource({"1, DELETED", "3, DELETED", "6, CUT"})
        void aDeletedEntryIsFound(int place, Kind kind) {
            tampering.run("delete from audit_entry where sequence = " + place);

            assertBroken(place, kind);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, ENTRIES - 1})
        void aDeletedEntryIsFoundWhenTheOthersCloseRanks(int place) {
            tampering.run("delete from audit_entry where sequence = " + place);
            tampering.shift(place + 1, -1);

            assertBroken(place, Kind.DELETED);
        }

        @Test
        void entriesThatChangedPlacesAreFound() {
            tampering.run(
                    "update audit_entry set sequence = 99 where sequence = 2",
                    "update audit_entry set sequence = 2 where sequence = 4",
                    "update audit_entry set sequence = 4 where sequence = 99");

            assertBroken(2, Kind.REORDERED);
        }

        @Test
        void entriesThatChangedPlacesAreFoundThoughTheyCarryTheLinksOfTheirNewPlaces() {
            String second = tampering.hash(2);
            tampering.run(
                    "delete from audit_entry where sequence = 3",
                    "update audit_entry set sequence = 3, previous_hash = '" + second + "' where sequence = 4");

            assertBroken(3, Kind.EDITED);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, ENTRIES})
        void anInsertedEntryWithARightHashOfItsOwnIsFound(int place) {
            String previous = place == 1 ? ChainHead.EMPTY.hash() : tampering.hash(place - 1);
            tampering.shift(place, 1);
            tampering.forge(place, previous);

            assertBroken(place, Kind.INSERTED);
        }

        @Test
        void anEntryThatFollowsAnotherThanTheOneBeforeItIsFound() {
            tampering.shift(3, 1);
            tampering.forge(3, tampering.hash(1));

            assertBroken(3, Kind.INSERTED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -5})
        void anEntryBeforeTheFirstIsFound(int place) {
            tampering.forge(place, ChainHead.EMPTY.hash());

            assertBroken(place, Kind.INSERTED);
        }

        @Test
        void anEntryBehindTheEndIsFound() {
            tampering.forge(ENTRIES + 1, tampering.hash(ENTRIES));

            assertBroken(ENTRIES + 1, Kind.INSERTED);
        }

        @Test
        void aReplacedEntryIsFoundAtTheOneThatFollowsAnother() {
            String previous = tampering.hash(2);
            tampering.run("delete from audit_entry where sequence = 3");
            tampering.forge(3, previous);

            assertBroken(4, Kind.REPLACED);
        }

        @Test
        void aReplacedLastEntryIsFound() {
            String previous = tampering.hash(ENTRIES - 1);
            tampering.run("delete from audit_entry where sequence = " + ENTRIES);
            tampering.forge(ENTRIES, previous);

            assertBroken(ENTRIES, Kind.REPLACED);
        }

        @ParameterizedTest
        @ValueSource(ints = {1_000, 1_001, 2_500})
        void aChainLongerThanOnePortionIsReadToItsEnd(int place) {
            tampering.append(ENTRIES + 1, 2_500);
            assertThat(tampering.found()).isEmpty();

            tampering.run("update audit_entry set actor_name = 'x' where sequence = " + place);

            assertBroken(place, Kind.EDITED);
        }

        private void assertBroken(long place, Kind kind) {
            assertThat(tampering.found()).hasValueSatisfying(broken -> Tampering.assertIs(broken, place, kind));
        }
    }
}
