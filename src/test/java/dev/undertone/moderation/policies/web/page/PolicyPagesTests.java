package dev.undertone.moderation.policies.web.page;

import static dev.undertone.moderation.policies.StoredCases.OWNER;
import static dev.undertone.moderation.policies.StoredCases.holdingAnger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.policies.PolicyName;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.PolicyStates;
import dev.undertone.moderation.policies.VersionMeanwhile;
import dev.undertone.moderation.policies.preview.ScoreHistograms;
import dev.undertone.moderation.policies.preview.Shadows;
import jakarta.persistence.EntityManagerFactory;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the policy pages read and store, on both databases. */
final class PolicyPagesTests {

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

        private final ApplicationContext context;
        private final PolicyShelf shelf;
        private final MockMvcTester mvc;

        Cases(ApplicationContext context) {
            this.context = context;
            this.shelf = context.getBean(PolicyShelf.class);
            this.mvc = context.getBean(MockMvcTester.class);
        }

        @Test
        void theListTakesTheSameNumberOfStatementsHoweverManyPoliciesThereAre() {
            shelf.create(new PolicyName("first"), holdingAnger(0.5), OWNER);
            long forTwo = statements("/policies");
            for (int i = 0; i < 12; i++) {
                UUID id = shelf.create(new PolicyName("more-" + i), holdingAnger(0.5), OWNER)
                        .id();
                shelf.addVersion(id, holdingAnger(0.6), OWNER);
            }

            assertThat(statements("/policies")).isEqualTo(forTwo);
        }

        @Test
        void aPolicyTakesTheSameNumberOfStatementsHoweverManyVersionsItHas() {
            UUID id = shelf.create(new PolicyName("first"), holdingAnger(0.5), OWNER)
                    .id();
            long forOne = statements("/policies/" + id);
            for (int i = 0; i < 12; i++) {
                shelf.addVersion(id, holdingAnger(0.6), OWNER);
            }

            assertThat(statements("/policies/" + id)).isEqualTo(forOne);
        }

        private long statements(String path) {
            Statistics statistics = context.getBean(EntityManagerFactory.class)
                    .unwrap(SessionFactory.class)
                    .getStatistics();
            statistics.setStatisticsEnabled(true);
            Identity.OfPerson viewer = as(Role.VIEWER);
            statistics.clear();
            assertThat(mvc.get().uri(path).with(SignedIn.as(viewer))).hasStatusOk();
            return statistics.getPrepareStatementCount();
        }

        @Test
        void whoeverHasNotSeenTheNewestVersionIsToldWhoMadeIt() {
            UUID id = shelf.create(new PolicyName("first"), holdingAnger(0.5), OWNER)
                    .id();
            shelf.addVersion(id, holdingAnger(0.6), OWNER);

            assertThatThrownBy(() -> shelf.addVersion(id, holdingAnger(0.7), OptionalInt.of(1), OWNER))
                    .isInstanceOfSatisfying(
                            VersionMeanwhile.class,
                            meanwhile ->
                                    assertThat(meanwhile.newest().createdBy()).isEqualTo("olga"));
            assertThat(shelf.addVersion(id, holdingAnger(0.7), OptionalInt.of(2), OWNER)
                            .number())
                    .isEqualTo(3);
        }

        @Test
        void theHistogramCountsEveryScoreOnce() {
            submit("furious");
            submit("furious");
            submit("scared");

            ScoreHistograms histograms = context.getBean(ScoreHistograms.class);
            var histogram = histograms.of(EnumSet.allOf(Emotion.class));

            for (Emotion emotion : Emotion.inOrder()) {
                assertThat(histogram.of(emotion).stream().reduce(0L, Long::sum)).isEqualTo(3);
            }
            assertThat(histogram.texts()).isEqualTo(3);
            assertThat(histogram.of(Emotion.ANGER).get(45)).isEqualTo(2);
            assertThat(histogram.of(Emotion.FEAR).get(45)).isOne();
            assertThat(histograms.of(EnumSet.of(Emotion.FEAR)).bins()).containsOnlyKeys(Emotion.FEAR);
        }

        @Test
        void whatADraftWouldDoIsCountedWhenItIsAskedFor() {
            UUID id = shelf.create(new PolicyName("counted"), holdingAnger(0.8), OWNER)
                    .id();
            submit("furious");

            assertThat(page("/policies/" + id + "/edit?from=1"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Count it now")
                    .doesNotContain("would be held");
            assertThat(post("/policies/" + id + "/edit?from=1&do=try"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Nothing would be held")
                    .doesNotContain("Count it now");
        }

        @Test
        void theShadowSaysWhereItDiffersFromWhatWasDone() {
            UUID id = shelf.create(new PolicyName("never"), holdingAnger(1), OWNER)
                    .id();
            UUID version =
                    context.getBean(PolicyStates.class).shadow(id, 1, OWNER).id();
            submit("furious");
            submit("happy");

            assertThat(context.getBean(Shadows.class).of(version).differences())
                    .containsExactly(new Shadows.Difference("HOLD", "ALLOW", 1));
            assertThat(page("/policies/" + id + "/versions/1"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("1 text was held and would have been allowed.");
        }

        @Test
        void aVersionThatNobodyPreviewedCannotBeActivatedFromThePageEither() {
            UUID id = shelf.create(new PolicyName("first"), holdingAnger(0.5), OWNER)
                    .id();

            assertThat(post("/policies/" + id + "/versions/1/activate"))
                    .hasStatus(409)
                    .bodyText()
                    .contains("That did not go through", "has not been previewed");
            assertThat(post("/policies/" + id + "/versions/1/preview")).hasStatus(302);
            assertThat(post("/policies/" + id + "/versions/1/activate")).hasStatus(302);
            assertThat(shelf.judging().label()).isEqualTo("first@1");
            assertThat(post("/policies/" + id + "/versions/1/rollback")).hasStatus(302);
            assertThat(shelf.judging().label()).isEqualTo("default@1");
        }

        @Test
        void thePageOfAPreviewedVersionAsksForTheCountsByItself() {
            submit("furious");
            UUID id = shelf.create(new PolicyName("never"), holdingAnger(1), OWNER)
                    .id();
            String version = "/policies/" + id + "/versions/1";
            assertThat(page(version))
                    .bodyText()
                    .contains("Nobody has looked yet")
                    .doesNotContain("hx-get=\"" + version);
            post(version + "/preview");

            assertThat(page(version))
                    .bodyText()
                    .contains("hx-get=\"" + version + "/preview\"", "href=\"" + version + "?preview=true\"")
                    .doesNotContain("1 fewer than now");
            assertThat(page(version + "/preview"))
                    .bodyText()
                    .contains("1 fewer than now")
                    .doesNotContain("<html");
            assertThat(page(version + "?preview=true")).bodyText().contains("1 fewer than now", "<html");
        }

        @Test
        void whatIsNotThereIsNotFound() {
            UUID id = shelf.judging().policyId();
            assertThat(page("/policies/nonsense")).hasStatus(404);
            assertThat(page("/policies/" + UUID.randomUUID())).hasStatus(404);
            assertThat(page("/policies/" + id + "/versions/99")).hasStatus(404);
            assertThat(page("/policies/" + id + "/versions/99/preview")).hasStatus(404);
            assertThat(page("/policies/" + id + "/compare?older=1")).hasStatus(404);
            assertThat(page("/policies/" + id + "/edit")).hasStatus(404);
            assertThat(page("/policies?after=nonsense")).hasStatus(404);
        }

        private MvcTestResult page(String path) {
            return mvc.get().uri(path).with(SignedIn.as(as(Role.POLICY_OWNER))).exchange();
        }

        private MvcTestResult post(String path) {
            return mvc.post().uri(path).with(SignedIn.as(as(Role.POLICY_OWNER))).exchange();
        }

        private Identity.OfPerson as(Role role) {
            People people = context.getBean(People.class);
            if (people.named(role.label()).isEmpty()) {
                people.create(role.label(), role, OWNER);
            }
            PersonDetails made = people.named(role.label()).orElseThrow();
            return new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
        }

        private void submit(String text) {
            context.getBean(Intake.class)
                    .submit(
                            new NewSubmission(Optional.empty(), "forum", Optional.empty(), text, Optional.empty()),
                            OWNER);
        }
    }
}
