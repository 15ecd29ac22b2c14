package dev.undertone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PeopleTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired People people, @Autowired JdbcClient database) {
            super(people, database);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired People people, @Autowired JdbcClient database) {
            super(people, database);
        }
    }

    abstract static class Cases {

        private static final Actor BY = Actor.commandLine();
        private static final String PASSWORD = "correct horse battery";

        private final People people;
        private final JdbcClient database;

        Cases(People people, JdbcClient database) {
            this.people = people;
            this.database = database;
        }

        @Test
        void theGeneratedPasswordIsLongAndNeverTheSame() {
            String first = people.create("Ann", Role.ADMIN, BY);
            String second = people.create("Ben", Role.VIEWER, BY);
            assertThat(first).matches("[a-z2-9]{5}(-[a-z2-9]{5}){4}").isNotEqualTo(second);
        }

        @Test
        void passwordsAreKeptAsArgon2idOfTheStrengthThatOwaspNames() {
            people.create("Ann", Role.ADMIN, PASSWORD, BY);
            String kept = database.sql("select password_hash from person")
                    .query(String.class)
                    .single();
            assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
        }

        @Test
        void aNewPersonIsEnabledAndFoundByNameWhateverItsCase() {
            PersonDetails ann = people.create("Ann", Role.LEAD, PASSWORD, BY);
            assertThat(ann.enabled()).isTrue();
            assertThat(people.named("aNN")).contains(ann);
            assertThat(people.find(ann.id())).contains(ann);
        }

        @Test
        void twoPeopleCannotHaveOneNameInDifferentCase() {
            people.create("Ann", Role.ADMIN, BY);
            assertThatExceptionOfType(NameTaken.class)
                    .isThrownBy(() -> people.create("ANN", Role.VIEWER, BY))
                    .withMessage("There is already a person named \"ANN\"; choose another name.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " Ann", "Ann ", "a\nb", "<b>", "\u202eAnn", "-x"})
        void namesThatWouldBeHardToReadAreRefused(String name) {
            assertThatExceptionOfType(NotAcceptable.class)
                    .isThrownBy(() -> people.create(name, Role.VIEWER, BY))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("name"))
                    .withMessageNotContaining("\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "anna\n",
                    "anna\0",
                    "anna\t",
                    "anna<",
                    "anna/",
                    "anna\u200b",
                    "anna\u202e",
                    "anna\ud83d\ude42"
                })
        void aNameEndsInWhatMayStandInsideIt(String name) {
            people.create("anna", Role.VIEWER, PASSWORD, BY);
            assertThatExceptionOfType(NotAcceptable.class)
                    .isThrownBy(() -> people.create(name, Role.VIEWER, BY))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("name"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "J.", "anna@", "C+", "Anna 2", "O'", "a_", "a-", "cafe\u0301", "\u0915\u093f"})
        void aNameMayEndInALetterADigitOrAMark(String name) {
            assertThat(people.create(name, Role.VIEWER, PASSWORD, BY).enabled()).isTrue();
        }

        @Test
        void whoeverGotANameThatIsRefusedTodayCanStillChangeTheirPassword() {
            PersonDetails ann = people.create("anna", Role.VIEWER, PASSWORD, BY);
            database.sql("update person set name = 'anna!', name_key = 'anna!'").update();
            assertThat(people.changePassword(ann.id(), "another long one", BY).epoch())
                    .isEqualTo(1);
        }

        @Test
        void namesHaveUpTo60Characters() {
            assertThat(people.create("a".repeat(60), Role.VIEWER, PASSWORD, BY).name())
                    .hasSize(60);
            assertThatExceptionOfType(NotAcceptable.class)
                    .isThrownBy(() -> people.create("b".repeat(61), Role.VIEWER, PASSWORD, BY));
        }

        static Stream<String> badPasswords() {
            return Stream.of("", "a".repeat(11), "a".repeat(129), "the same name");
        }

        @ParameterizedTest
        @org.junit.jupiter.params.provider.MethodSource("badPasswords")
        void passwordsThatAreTooShortTooLongOrTheNameAreRefused(String password) {
            assertThatExceptionOfType(NotAcceptable.class)
                    .isThrownBy(() -> people.create("The Same Name", Role.VIEWER, password, BY))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("password"));
            assertThat(people.none()).isTrue();
        }

        @Test
        void passwordsOf12And128CharactersAreTaken() {
            people.create("Ann", Role.VIEWER, "twelve chars", BY);
            people.create("Ben", Role.VIEWER, "dawn fox".repeat(16), BY);
            assertThat(people.none()).isFalse();
        }

        @Test
        void whateverMustEndSessionsBeginsANewEpoch() {
            people.create("Root", Role.ADMIN, BY);
            UUID ann = people.create("Ann", Role.VIEWER, PASSWORD, BY).id();
            assertThat(people.changeRole(ann, Role.LEAD, BY).epoch()).isEqualTo(1);
            assertThat(people.changePassword(ann, "another long one", BY).epoch())
                    .isEqualTo(2);
            assertThat(people.disable(ann, BY).epoch()).isEqualTo(3);
            assertThat(people.enable(ann, BY).epoch()).isEqualTo(3);
        }

        @Test
        void whatChangesNothingEndsNoSession() {
            people.create("Root", Role.ADMIN, BY);
            UUID ann = people.create("Ann", Role.VIEWER, PASSWORD, BY).id();
            people.disable(ann, BY);
            assertThat(people.disable(ann, BY).epoch()).isEqualTo(1);
            assertThat(people.changeRole(ann, Role.VIEWER, BY).epoch()).isEqualTo(1);
        }

        @Test
        void theLastEnabledAdminCanNeitherBeDisabledNorDemoted() {
            UUID ann = people.create("Ann", Role.ADMIN, PASSWORD, BY).id();
            UUID ben = people.create("Ben", Role.ADMIN, PASSWORD, BY).id();
            people.disable(ben, BY);
            assertThatExceptionOfType(LastAdmin.class)
                    .isThrownBy(() -> people.disable(ann, BY))
                    .withMessage("\"Ann\" is the last enabled admin; make another admin first.");
            assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> people.changeRole(ann, Role.LEAD, BY));
            assertThat(people.find(ann).orElseThrow().enabled()).isTrue();
        }

        @Test
        void aDisabledAdminIsNotMissedWhenDemoted() {
            people.create("Ann", Role.ADMIN, BY);
            UUID ben = people.create("Ben", Role.ADMIN, PASSWORD, BY).id();
            people.disable(ben, BY);
            assertThat(people.changeRole(ben, Role.VIEWER, BY).role()).isEqualTo(Role.VIEWER);
        }

        @Test
        void ofTwoAdminsWhoShutEachOtherOutAtOnceOneStays() throws Exception {
            UUID ann = people.create("Ann", Role.ADMIN, PASSWORD, BY).id();
            UUID ben = people.create("Ben", Role.ADMIN, PASSWORD, BY).id();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Callable<Boolean>> both = List.of(() -> disabled(ann, together), () -> disabled(ben, together));
            int disabled = 0;
            for (Future<Boolean> one : threads.invokeAll(both)) {
                disabled += one.get() ? 1 : 0;
            }
            threads.shutdown();
            assertThat(disabled).isEqualTo(1);
        }

        private boolean disabled(UUID id, CyclicBarrier together) throws Exception {
            together.await();
            try {
                people.disable(id, BY);
                return true;
            } catch (LastAdmin refused) {
                return false;
            }
        }

        @Test
        void theListGoesOnWhereItsCursorSays() {
            List.of("Ann", "Ben", "Cy").forEach(name -> people.create(name, Role.VIEWER, PASSWORD, BY));
            Page<PersonDetails> first = people.list(new Limit(2), null);
            Page<PersonDetails> rest = people.list(new Limit(2), first.next());
            assertThat(first.items()).hasSize(2);
            assertThat(rest.next()).isNull();
            assertThat(Stream.concat(first.items().stream(), rest.items().stream())
                            .map(PersonDetails::name))
                    .containsExactlyInAnyOrder("Ann", "Ben", "Cy");
        }

        @Test
        void aCursorOfAnotherListIsRefused() {
            assertThatExceptionOfType(BadCursor.class).isThrownBy(() -> people.list(new Limit(2), "bm9wZQ"));
        }

        @Test
        void somebodyUnknownCannotBeChanged() {
            assertThatExceptionOfType(UnknownAccount.class).isThrownBy(() -> people.disable(new UUID(1, 2), BY));
        }
    }
}
