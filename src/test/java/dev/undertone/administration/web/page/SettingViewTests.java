package dev.undertone.administration.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.administration.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingViewTests {

    @ParameterizedTest
    @CsvSource({
        "PT5M, 5m",
        "PT2S, 2s",
        "PT24H, 24h",
        "PT25H, 25h",
        "PT168H, 7d",
        "PT1.5S, 1500ms",
        "PT0.5S, 500ms",
        "PT1M30S, 90s",
        "PT1H30M, 90m",
        "PT0S, 0s",
        "PT0.0000005S, PT0.0000005S",
        "PT, PT",
        "PTAH, PTAH",
        "10485760B, 10MB",
        "2048B, 2KB",
        "2047B, 2047B",
        "0B, 0B",
        "fp32, fp32"
    })
    void timesAndSizesReadAsPeopleWriteThem(String value, String shown) {
        assertThat(SettingView.asWritten(value)).isEqualTo(shown);
    }

    @Test
    void whatTheOperatorSetAndWhatIsSecretIsNotEditedOnThePage() {
        assertThat(view("5", Setting.Source.OPERATOR).editable()).isFalse();
        assertThat(view("***", Setting.Source.DEFAULT).editable()).isFalse();
        assertThat(view("{care=PT1H}", Setting.Source.DEFAULT).editable()).isFalse();
        assertThat(view("5", Setting.Source.DEFAULT).editable()).isTrue();
        assertThat(view("5", Setting.Source.ADMINISTRATION).changed()).isTrue();
    }

    private static SettingView view(String value, Setting.Source source) {
        return SettingView.of(new Setting("undertone.review.lease", value, source, "5", null));
    }
}
