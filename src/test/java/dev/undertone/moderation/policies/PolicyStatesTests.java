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

/** The life of a version, every step that it may take and every one that it may not. */
final class PolicyStatesTests {

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
        void goingLiveNeedsAPreviewOfTheVerySameVersion() {
            UUID id = steps.draft("strict");
            shelf.addVersion(id, holdingAnger(0.6), OWNER);
            states.previewed(id, 1, OWNER);

            assertThatThrownBy(() -> states.activate(id, 2, OWNER))
                    .isInstanceOf(PolicyConflict.class)
                    .hasMessage("strict@2 has not been previewed; POST …/preview with this version first, then"
                            + " activate it.");
            assertThat(shelf.find(id, 2).state()).isEqualTo(VersionState.DRAFT);
            assertThat(shelf.live().label()).isEqualTo("default@1");
        }

        @Test
        void aPreviewedDraftGoesLiveAndTheOldOneIntoTheArchive() {
            UUID id = steps.live("strict");

            assertThat(shelf.find(id, 1).state()).isEqualTo(VersionState.LIVE);
            assertThat(steps.inState(VersionState.LIVE)).containsExactly("strict@1");
            assertThat(steps.inState(VersionState.ARCHIVED)).containsExactly("default@1");
        }

        @Test
        void aShadowGoesLive() {
            UUID id = steps.draft("strict");
            states.shadow(id, 1, OWNER);
            states.previewed(id, 1, OWNER);

            assertThat(states.activate(id, 1, OWNER).state()).isEqualTo(VersionState.LIVE);
        }

        @Test
        void rollingBackPutsBackWhatWasLiveWithoutAPreview() {
            UUID id = steps.live("strict");

            assertThat(states.rollBack(id, 1, OWNER).label()).isEqualTo("default@1");

            assertThat(shelf.live().label()).isEqualTo("default@1");
            assertThat(steps.inState(VersionState.LIVE)).containsExactly("default@1");
            assertThat(shelf.find(id, 1).state()).isEqualTo(VersionState.ARCHIVED);
        }

        @Test
        void rollingBackTwiceGoesTwoStepsBack() {
            steps.live("first");
            UUID second = steps.live("second");
            UUID third = steps.live("third");

            states.rollBack(third, 1, OWNER);
            states.rollBack(second, 1, OWNER);

            assertThat(shelf.live().label()).isEqualTo("first@1");
        }

        @Test
        void theSameRollBackSentTwiceRollsBackOnce() {
            steps.live("first");
            UUID second = steps.live("second");
            states.rollBack(second, 1, OWNER);

            assertThatThrownBy(() -> states.rollBack(second, 1, OWNER))
                    .isInstanceOf(PolicyConflict.class)
                    .hasMessage("second@1 is not live, so it cannot be rolled back; first@1 is.");
            assertThat(shelf.live().label()).isEqualTo("first@1");
        }

        @Test
        void thereIsNothingBeforeTheFirst() {
            UUID id = shelf.list(Optional.empty(), 1).get(0).id();

            assertThatThrownBy(() -> states.rollBack(id, 1, OWNER))
                    .hasMessage("default@1 was the first to be live; there is nothing to roll back to.");
        }

        @Test
        void onlyADraftGoesIntoTheShadow() {
            UUID id = steps.live("strict");
            UUID shadow = steps.draft("shadow");
            states.shadow(shadow, 1, OWNER);

            assertThatThrownBy(() -> states.shadow(id, 1, OWNER))
                    .hasMessage("strict@1 is live: only a draft goes into the shadow.");
            assertThatThrownBy(() -> states.shadow(shadow, 1, OWNER))
                    .hasMessage("shadow@1 is shadow: only a draft goes into the shadow.");
        }

        @Test
        void whatIsLiveOrArchivedDoesNotGoLive() {
            UUID id = steps.live("strict");
            UUID first = steps.live("other");

            assertThatThrownBy(() -> states.activate(first, 1, OWNER)).hasMessageStartingWith("other@1 is live");
            assertThatThrownBy(() -> states.activate(id, 1, OWNER)).hasMessageStartingWith("strict@1 is archived");
        }

        @Test
        void draftsAndShadowsGoIntoTheArchiveAndNothingElseDoes() {
            UUID draft = steps.draft("draft");
            UUID shadow = steps.draft("shadow");
            UUID live = steps.live("live");
            states.shadow(shadow, 1, OWNER);

            assertThat(states.archive(draft, 1, OWNER).state()).isEqualTo(VersionState.ARCHIVED);
            assertThat(states.archive(shadow, 1, OWNER).state()).isEqualTo(VersionState.ARCHIVED);
            assertThatThrownBy(() -> states.archive(live, 1, OWNER))
                    .hasMessage("live@1 is live: activate another version or roll it back instead.");
            assertThatThrownBy(() -> states.archive(draft, 1, OWNER)).isInstanceOf(PolicyConflict.class);
        }

        @Test
        void fiveVersionsStandInTheShadowAndNoSixth() {
            IntStream.rangeClosed(1, 5).forEach(i -> states.shadow(steps.draft("shadow-" + i), 1, OWNER));
            UUID sixth = steps.draft("shadow-6");

            assertThatThrownBy(() -> states.shadow(sixth, 1, OWNER))
                    .isInstanceOf(PolicyConflict.class)
                    .hasMessageStartingWith("There are 5 versions in the shadow already");
            assertThat(shelf.find(sixth, 1).state()).isEqualTo(VersionState.DRAFT);
        }

        @Test
        void ofManyWhoActivateAtOnceOneVersionIsLive() throws Exception {
            List<UUID> ids = IntStream.range(0, 8)
                    .mapToObj(i -> steps.draft("policy-" + i))
                    .peek(id -> states.previewed(id, 1, OWNER))
                    .toList();

            List<Callable<VersionDetails>> calls = new ArrayList<>();
            ids.forEach(id -> calls.add(() -> states.activate(id, 1, OWNER)));
            Steps.inParallel(calls);

            assertThat(steps.inState(VersionState.LIVE))
                    .containsExactly(shelf.live().label());
            assertThat(steps.inState(VersionState.ARCHIVED)).hasSize(8);
        }
    }
}
