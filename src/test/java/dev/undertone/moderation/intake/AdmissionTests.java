package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AdmissionTests {

    private final Admission admission = new Admission(new ModerationSettings(1, Duration.ofSeconds(3), 10));

    @Test
    void oneMoreThanThereIsRoomForIsRefusedAtOnce() {
        admission.within(() -> {
            assertThatExceptionOfType(IntakeBusy.class)
                    .isThrownBy(() -> admission.within(() -> "second"))
                    .matches(busy -> busy.retryAfter().equals(Duration.ofSeconds(3)));
            return "first";
        });
    }

    @Test
    void whoeverFailsMakesRoomAgain() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> admission.within(() -> {
                    throw new IllegalStateException("failed");
                }));
        assertThat(admission.<String>within(() -> "next")).isEqualTo("next");
    }
}
