package dev.undertone.moderation.policies.preview;

import static dev.undertone.moderation.policies.StoredCases.OWNER;
import static dev.undertone.moderation.policies.StoredCases.holdingAnger;
import static dev.undertone.moderation.policies.StoredCases.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.figures.Proportion;
import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.NoSuchPolicy;
import dev.undertone.moderation.policies.PolicyName;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a preview counts, on scores that are stored; the live policy holds anger and fear at 0.80. */
final class PreviewsTests {

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

        private final Previews previews;
        private final PolicyShelf shelf;
        private final JdbcClient jdbc;
        private StoredTexts texts;

        Cases(ApplicationContext context) {
            previews = context.getBean(Previews.class);
            shelf = context.getBean(PolicyShelf.class);
            jdbc = context.getBean(JdbcClient.class);
            texts = new StoredTexts(jdbc);
        }

        @BeforeEach
        void startAnew() {
            texts = new StoredTexts(jdbc);
        }

        @Test
        void itCountsWhatWouldBeHeldBesideWhatIsHeldNow() {
            texts.angry(0.9).store();
            texts.angry(0.6).store();
            texts.angry(0.6).store();
            texts.angry(0.1).store();

            Preview preview = preview(holdingAnger(0.6), Selection.ALL);

            assertThat(preview.judged()).isEqualTo(4);
            assertThat(preview.would()).isEqualTo(new Counts(1, 3, 0, Map.of("conduct", 3L)));
            assertThat(preview.now()).isEqualTo(new Counts(3, 1, 0, Map.of("conduct", 1L)));
            assertThat(preview.would().minus(preview.now())).isEqualTo(new Counts(-2, 2, 0, Map.of("conduct", 2L)));
        }

        @Test
        void theThresholdIsMetExactly() {
            texts.angry(0.7).store();
            texts.angry(Math.nextDown(0.7)).store();

            assertThat(preview(holdingAnger(0.7), Selection.ALL).would().held()).isOne();
        }

        @Test
        void noticesAreSeen() {
            texts.angry(0.3).noticed("SHORT_TEXT,UNCERTAIN").store();

            assertThat(preview(holdingAnger(0.7), Selection.ALL).now())
                    .isEqualTo(new Counts(0, 1, 0, Map.of("uncertain", 1L)));
        }

        @Test
        void queuesThatAreEmptiedAreTold() {
            texts.angry(0.9).store();

            Preview preview = preview(saying(0.5, new Verdict.Block()), Selection.ALL);

            assertThat(preview.would()).isEqualTo(new Counts(0, 0, 1, Map.of()));
            assertThat(preview.would().minus(preview.now()).queues()).isEqualTo(Map.of("conduct", -1L));
        }

        @Test
        void whatTheModelNeverScoredIsCountedApart() {
            texts.unscored().store();
            texts.angry(0.9).store();

            Preview preview = preview(holdingAnger(0.6), Selection.ALL);

            assertThat(preview.judged()).isOne();
            assertThat(preview.unscored()).isOne();
        }

        @Test
        void itNamesThoseThatFlip() {
            texts.angry(0.9).store();
            UUID flips = texts.angry(0.6).store();

            Preview preview = preview(holdingAnger(0.6), Selection.ALL);

            assertThat(preview.flips()).isOne();
            assertThat(preview.sample()).singleElement().satisfies(flip -> {
                assertThat(flip.submission().value()).isEqualTo(flips);
                assertThat(flip.before()).isEqualTo(Outcome.ALLOWED);
                assertThat(flip.after())
                        .isEqualTo(new Outcome(new Verdict.Hold(QueueName.CONDUCT), Optional.of(QueueName.CONDUCT)));
            });
        }

        @Test
        void theSampleIsTheTwentyNewestOfAll() {
            List<UUID> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                all.add(0, texts.angry(0.6).store());
            }

            Preview preview = preview(holdingAnger(0.6), Selection.ALL);

            assertThat(preview.flips()).isEqualTo(30);
            assertThat(preview.sample())
                    .extracting(flip -> flip.submission().value())
                    .containsExactlyElementsOf(all.subList(0, 20));
        }

        @Test
        void precisionAndRecallComeFromWhatPeopleDecided() {
            texts.angry(0.9).decided("REJECTED").store();
            texts.angry(0.7).decided("REJECTED").store();
            texts.angry(0.7).decided("APPROVED").store();
            texts.angry(0.2).decided("REJECTED").store();
            texts.angry(0.2).decided("APPROVED").store();
            texts.angry(0.9).decided("IGNORED").store();
            texts.angry(0.9).store();

            Preview preview = preview(holdingAnger(0.6), Selection.ALL);

            assertThat(preview.wouldQuality())
                    .isEqualTo(new Quality(5, Optional.of(new Proportion(2, 3)), Optional.of(new Proportion(2, 3))));
            assertThat(preview.nowQuality())
                    .isEqualTo(new Quality(5, Optional.of(new Proportion(1, 1)), Optional.of(new Proportion(1, 3))));
        }

        @Test
        void aBlockCountsAsCaught() {
            texts.angry(0.9).decided("REJECTED").store();

            assertThat(preview(saying(0.5, new Verdict.Block()), Selection.ALL)
                            .wouldQuality()
                            .recall())
                    .contains(new Proportion(1, 1));
        }

        @Test
        void withoutDecisionsThereIsNeitherPrecisionNorRecall() {
            texts.angry(0.9).store();

            assertThat(preview(holdingAnger(0.6), Selection.ALL).wouldQuality())
                    .isEqualTo(new Quality(0, Optional.empty(), Optional.empty()));
        }

        @Test
        void itLooksOnlyAtWhatIsSelected() {
            Instant noon = Instant.parse("2026-01-04T12:00:00Z");
            texts.angry(0.9).at(noon.minusSeconds(1)).store();
            texts.angry(0.9).at(noon).store();
            texts.angry(0.9).at(noon.plusSeconds(1)).store();
            texts.angry(0.9).at(noon).in("chat").store();

            assertThat(judged(Optional.of(noon), Optional.empty(), Optional.empty()))
                    .isEqualTo(3);
            assertThat(judged(Optional.empty(), Optional.of(noon), Optional.empty()))
                    .isOne();
            assertThat(judged(Optional.of(noon), Optional.of(noon.plusSeconds(1)), Optional.of("forum")))
                    .isOne();
            assertThat(judged(Optional.empty(), Optional.empty(), Optional.of("nowhere\0")))
                    .isZero();
            assertThat(judged(Optional.of(Instant.MIN), Optional.of(Instant.MAX), Optional.empty()))
                    .isEqualTo(4);
        }

        @Test
        void thePreviewIsKeptSoThatTheVersionMayGoLive() {
            UUID id = store(holdingAnger(0.6));
            assertThat(shelf.find(id, 1).previewedAt()).isEmpty();

            assertThat(previews.preview(id, 1, Selection.ALL, OWNER).live()).isEqualTo("default@1");

            assertThat(shelf.find(id, 1).previewedAt()).isPresent();
        }

        @Test
        void aVersionThatIsNotThereCannotBePreviewed() {
            UUID id = store(holdingAnger(0.6));

            assertThatThrownBy(() -> previews.preview(id, 2, Selection.ALL, OWNER))
                    .isInstanceOf(NoSuchPolicy.class);
        }

        private long judged(Optional<Instant> since, Optional<Instant> until, Optional<String> channel) {
            Selection selection = new Selection(since, until, channel);
            return previews.compare(holdingAnger(1).policy(), holdingAnger(1).policy(), selection)
                    .judged();
        }

        private Preview preview(NewVersion version, Selection selection) {
            return previews.preview(store(version), 1, selection, OWNER).preview();
        }

        private UUID store(NewVersion version) {
            return shelf.create(new PolicyName("candidate"), version, OWNER).id();
        }
    }
}
