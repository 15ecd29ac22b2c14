package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CalibrationTests {

    private static final Calibration FITTED = new Calibration(1.5, Certainty.ENERGY, 2.25, "3,200 texts");

    @TempDir
    private Path folder;

    @Test
    void aCheckpointWithoutOneHasNone() {
        assertThat(Checkpoint.open(TinyCheckpoint.write(folder.resolve("plain")))
                        .calibration())
                .isEmpty();
    }

    @Test
    void aCalibrationStaysWithTheCheckpointAndIsVerifiedWithIt() {
        ModelStore store = stored(FITTED.json());

        assertThat(store.open(new CheckpointId("one")).calibration()).contains(FITTED);
        store.verify(new CheckpointId("one"));
        store.exportTo(new CheckpointId("one"), folder.resolve("out"), WeightsFormat.F32);
        store.importFolder(folder.resolve("out"), new CheckpointId("two"));
        assertThat(store.open(new CheckpointId("two")).calibration()).contains(FITTED);
    }

    @Test
    void whatIsNoCalibrationIsRefusedByName() {
        assertThatExceptionOfType(CheckpointRefused.class)
                .isThrownBy(() -> stored("{\"temperature\":0,\"certainty\":\"energy\",\"threshold\":1}"))
                .withMessageContaining("calibration.json")
                .withMessageContaining("temperature is 0.0, expected above 0");
    }

    @Test
    void aTemperatureFlattensProbabilitiesAndKeepsTheirOrder() {
        float[] logits = {3, 0, 0, 0, 0, 0};

        assertThat(new Calibration(3, Certainty.MARGIN, 0, "")
                        .scores(logits)
                        .probabilities()
                        .get(0))
                .isCloseTo(Math.E / (Math.E + 5), within(1e-6));
    }

    @Test
    void certaintyIsMeasuredAsNamed() {
        float[] logits = {(float) Math.log(6), (float) Math.log(3), (float) Math.log(1), -99, -99, -99};

        assertThat(Certainty.PROBABILITY.of(logits)).isCloseTo(0.6, within(1e-6));
        assertThat(Certainty.MARGIN.of(logits)).isCloseTo(0.3, within(1e-6));
        assertThat(Certainty.ENTROPY.of(logits))
                .isCloseTo(0.6 * Math.log(0.6) + 0.3 * Math.log(0.3) + 0.1 * Math.log(0.1), within(1e-6));
        assertThat(Certainty.ENERGY.of(logits)).isCloseTo(Math.log(10), within(1e-6));
    }

    private ModelStore stored(String calibration) {
        ModelStore store = new ModelStore(folder);
        TinyCheckpoint.write(folder.resolve("one"));
        store.addTexts(new CheckpointId("one"), Map.of(Calibration.FILE, calibration));
        return store;
    }
}
