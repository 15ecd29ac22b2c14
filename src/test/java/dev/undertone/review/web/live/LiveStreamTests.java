package dev.undertone.review.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.audit.Actor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One page that does not read. */
final class LiveStreamTests {

    private static final int WAITING = 32;

    private final List<Runnable> held = new ArrayList<>();
    private final List<LiveStream> over = new ArrayList<>();
    private final LiveStream stream = new LiveStream(new SseEmitter(0L), Actor.service(), held::add, over::add);

    @Test
    void whoeverReadsTooSlowlyIsLetGo() {
        offer(WAITING);
        assertThat(over).isEmpty();

        offer(1);
        assertThat(over).containsExactly(stream);
    }

    @Test
    void whatIsOfferedWhileSomethingIsSentTakesNoFurtherSender() {
        offer(WAITING);

        assertThat(held).hasSize(1);
    }

    private void offer(int events) {
        for (int i = 0; i < events; i++) {
            stream.heartbeat();
        }
    }
}
