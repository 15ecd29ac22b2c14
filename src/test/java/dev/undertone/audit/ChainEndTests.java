package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.ChainBreak.Kind;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

final class ChainEndTests {

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
        Postgres(@Autowired ApplicationContext context) {
            super(Tampering.in(context));
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
        void aCutTailIsFoundByTheHead() {
            tampering.run("delete from audit_entry where sequence > 4");

            assertBroken(5, Kind.CUT);
        }

        @Test
        void aTailThatWasCutWithTheHeadIsFoundByAnExportedHead() {
            ChainHead exported = tampering.chain().head();
            tampering.run(
                    "delete from audit_entry where sequence > 4",
                    "update audit_head set entries = 4, hash = '" + tampering.hash(4) + "'");

            assertThat(tampering.found()).as("without help nobody can tell").isEmpty();
            assertBroken(exported, 5, Kind.CUT);
        }

        @Test
        void aTailThatGrewAgainAfterTheCutIsFoundByAnExportedHead() {
            ChainHead exported = tampering.chain().head();
            tampering.run(
                    "delete from audit_entry where sequence > 4",
                    "update audit_head set entries = 4, hash = '" + tampering.hash(4) + "'");
            tampering.append(7, 10);

            assertThat(tampering.found()).as("without help nobody can tell").isEmpty();
            assertBroken(exported, ENTRIES, Kind.REPLACED);
        }

        @Test
        void aMissingHeadIsFound() {
            tampering.run("delete from audit_head");

            assertBroken(ENTRIES, Kind.HEAD_MISSING);
        }

        @Test
        void aChangeThatCannotBeRecordedIsRefusedInPlainWords() {
            for (String damage : List.of("delete from audit_head", "update audit_head set entries = 2")) {
                tampering.run(damage);
                assertThatThrownBy(() -> tampering.append(7, 7)).isInstanceOfSatisfying(ChainBroken.class, broken -> {
                    assertThat(broken.getStatusCode().value()).isEqualTo(503);
                    assertThat(broken.getBody().getDetail())
                            .isEqualTo(broken.getMessage())
                            .startsWith("Nothing was changed, as it could not be recorded: the")
                            .contains("audit verify");
                });
                tampering.run(
                        "delete from audit_head",
                        "insert into audit_head (id, entries, hash) values (1, 6, '" + tampering.hash(6) + "')");
            }
        }

        @Test
        void anAlteredHeadIsFound() {
            tampering.run("update audit_head set entries = 5");

            assertBroken(ENTRIES, Kind.INSERTED);
        }

        @Test
        void missingEntriesAreFoundByTheHead() {
            tampering.run("delete from audit_entry");

            assertBroken(1, Kind.CUT);
        }

        @Test
        void whenEverythingWasCutAnExportedHeadTells() {
            ChainHead exported = tampering.chain().head();
            tampering.run("delete from audit_entry", "delete from audit_head");

            assertThat(tampering.found()).as("without help nobody can tell").isEmpty();
            assertBroken(exported, 1, Kind.CUT);
        }

        @Test
        void theChainGoesOnAfterAnOldExportedHead() {
            ChainHead exported = tampering.chain().head();
            tampering.append(7, 9);

            assertThat(tampering.chain().verify(Optional.of(exported)).holds()).isTrue();
        }

        private void assertBroken(long place, Kind kind) {
            assertThat(tampering.found()).hasValueSatisfying(broken -> Tampering.assertIs(broken, place, kind));
        }

        private void assertBroken(ChainHead exported, long place, Kind kind) {
            assertThat(tampering.chain().verify(Optional.of(exported)).firstBroken())
                    .hasValueSatisfying(broken -> Tampering.assertIs(broken, place, kind));
        }
    }
}
