package dev.undertone.review.live;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.Undertone;
import dev.undertone.classification.web.Keywords;
import dev.undertone.database.OnPostgres;
import dev.undertone.review.Claims;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Two whole services on one database: pages of the one hear of what is done in the other. */
@OnPostgres
final class OtherProcessTests extends ReviewCases {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    @Autowired
    private Environment environment;

    @Autowired
    private ChangeFeed feed;

    @Test
    void whatIsDoneInOneServiceIsToldInTheOther() throws InterruptedException {
        UUID first = hold(CONDUCT, 0.9);
        UUID second = hold(CONDUCT, 0.8);
        try (ConfigurableApplicationContext other = anotherService()) {
            Heard here = new Heard(feed);
            Heard there = new Heard(other.getBean(ChangeFeed.class));
            try (here;
                    there) {
                claims.claim(first, ANNA);
                assertThat(there.holderOf(first)).contains("anna");

                other.getBean(Claims.class).claim(second, BEN);
                assertThat(here.holderOf(second)).contains("ben");
            }
        }
    }

    /** On the same database and with the same clock, and nothing else in common. */
    private ConfigurableApplicationContext anotherService() {
        return new SpringApplicationBuilder(Undertone.class, Keywords.class)
                .profiles("test")
                .initializers(this::share)
                .run(
                        "--server.port=0",
                        "--undertone.data-dir=" + folder,
                        "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=");
    }

    private void share(ConfigurableApplicationContext other) {
        ((GenericApplicationContext) other)
                .registerBean("sharedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        other.getBeanFactory().registerSingleton("noTests", new NoTests());
    }

    /** What a feed tells. */
    private static final class Heard implements Consumer<Changes>, AutoCloseable {

        private final BlockingQueue<ItemState> told = new LinkedBlockingQueue<>();
        private final ChangeFeed feed;

        Heard(ChangeFeed feed) {
            this.feed = feed;
            feed.add(this);
        }

        @Override
        public void accept(Changes changes) {
            told.addAll(changes.items());
        }

        /** Waits until an item is told of, and gives who has it. */
        Optional<String> holderOf(UUID item) throws InterruptedException {
            ItemState state;
            do {
                state = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(state).as("news of " + item).isNotNull();
            } while (!state.id().equals(item));
            return state.lease().map(Lease::holderName);
        }

        @Override
        public void close() {
            feed.remove(this);
        }
    }

    /** Leaves out what only tests wire, as their own contexts do. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }
}
