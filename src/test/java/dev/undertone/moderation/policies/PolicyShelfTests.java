package dev.undertone.moderation.policies;

import static dev.undertone.moderation.policies.StoredCases.OWNER;
import static dev.undertone.moderation.policies.StoredCases.holdingAnger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Policies and versions are kept, found and numbered, and the trail knows of all that happens to them. */
final class PolicyShelfTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final PolicyShelf shelf;
        private final PolicyStates states;
        private final Steps steps;

        Cases(ApplicationContext context) {
            shelf = context.getBean(PolicyShelf.class);
            states = context.getBean(PolicyStates.class);
            steps = new Steps(context);
        }

        @Test
        void whatIsStoredIsADraft() {
            PolicyDetails policy = shelf.create(new PolicyName("strict"), holdingAnger(0.5), OWNER);

            assertThat(policy.versions()).singleElement().satisfies(version -> {
                assertThat(version.label()).isEqualTo("strict@1");
                assertThat(version.state()).isEqualTo(VersionState.DRAFT);
                assertThat(version.createdBy()).isEqualTo("olga");
            });
            assertThat(shelf.find(policy.id())).isEqualTo(policy);
        }

        @Test
        void versionsAreCountedAndTheNewestComesFirst() {
            UUID id = steps.draft("strict");
            shelf.addVersion(id, holdingAnger(0.6), OWNER);
            shelf.addVersion(id, holdingAnger(0.7), OWNER);

            assertThat(shelf.find(id).versions())
                    .extracting(VersionDetails::label)
                    .containsExactly("strict@3", "strict@2", "strict@1");
            assertThat(shelf.find(id, 2).policy()).isEqualTo(holdingAnger(0.6).policy());
        }

        @Test
        void theVersionThatIsLiveIsShownHoweverManyDraftsFollowIt() {
            UUID id = steps.draft("strict");
            states.previewed(id, 1, OWNER);
            states.activate(id, 1, OWNER);
            for (int i = 0; i < 55; i++) {
                shelf.addVersion(id, holdingAnger(0.6), OWNER);
            }

            assertThat(shelf.find(id).versions())
                    .hasSize(51)
                    .last()
                    .satisfies(live -> assertThat(live.label()).isEqualTo("strict@1"))
                    .satisfies(live -> assertThat(live.state()).isEqualTo(VersionState.LIVE));
            assertThat(shelf.list(Optional.empty(), 10))
                    .filteredOn(policy -> policy.id().equals(id))
                    .singleElement()
                    .isEqualTo(shelf.find(id));
        }

        @Test
        void aNameIsTakenOnce() {
            steps.draft("strict");

            assertThatThrownBy(() -> steps.draft("strict"))
                    .isInstanceOf(PolicyConflict.class)
                    .hasMessage("There is a policy strict already; add a version to it, or choose another name.");
        }

        @Test
        void whatIsNotThereIsSaidToBeMissing() {
            UUID id = steps.draft("strict");

            assertThatThrownBy(() -> shelf.find(UUID.randomUUID())).isInstanceOf(NoSuchPolicy.class);
            assertThatThrownBy(() -> states.shadow(id, 2, OWNER))
                    .isInstanceOf(NoSuchPolicy.class)
                    .hasMessage("The policy strict has no version 2.");
            assertThatThrownBy(() -> shelf.addVersion(UUID.randomUUID(), holdingAnger(1), OWNER))
                    .isInstanceOf(NoSuchPolicy.class);
        }

        @Test
        void ofManyWhoAddAtOnceEachGetsANumberOfItsOwn() throws Exception {
            UUID id = steps.draft("strict");

            List<Callable<VersionDetails>> calls = new ArrayList<>();
            IntStream.range(0, 8).forEach(i -> calls.add(() -> shelf.addVersion(id, holdingAnger(0.5), OWNER)));
            Steps.inParallel(calls);

            assertThat(shelf.find(id).versions())
                    .extracting(VersionDetails::number)
                    .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
        }

        @Test
        void everyStepIsInTheTrail() {
            UUID id = steps.draft("strict");
            states.shadow(id, 1, OWNER);
            states.previewed(id, 1, OWNER);
            states.activate(id, 1, OWNER);
            states.rollBack(id, 1, OWNER);
            states.archive(steps.draft("other"), 1, OWNER);

            assertThat(steps.trail())
                    .containsExactly(
                            "service policy.version.created default@1",
                            "service policy.activated default@1",
                            "olga policy.version.created strict@1",
                            "olga policy.shadowed strict@1",
                            "olga policy.previewed strict@1",
                            "olga policy.archived default@1",
                            "olga policy.activated strict@1",
                            "olga policy.archived strict@1",
                            "olga policy.rolled-back default@1",
                            "olga policy.version.created other@1",
                            "olga policy.archived other@1");
        }

        @Test
        void whatIsRefusedIsNotInTheTrail() {
            UUID id = steps.draft("strict");
            List<String> before = steps.trail();

            assertThatThrownBy(() -> states.activate(id, 1, OWNER)).isInstanceOf(PolicyConflict.class);

            assertThat(steps.trail()).isEqualTo(before);
        }
    }
}
