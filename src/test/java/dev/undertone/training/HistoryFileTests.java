package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTests {

    private static final Step FIRST = new Step(10, 0.02, 1.75, 2e-6);
    private static final Step SECOND = new Step(20, 0.04, 1.5, 4e-6);
    private static final Epoch EPOCH = new Epoch(1, 500, 0.6, 0.18, 0.93);

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() {
        HistoryFile file = file();
        file.append(FIRST);
        file.append(SECOND);
        file.append(EPOCH);

        assertThat(file.read().steps()).containsExactly(FIRST, SECOND);
        assertThat(file.read().epochs()).containsExactly(EPOCH);
    }

    @Test
    void fileThatIsNotThereYetIsAnEmptyHistory() {
        assertThat(file().read().steps()).isEmpty();
    }

    @Test
    void stepWrittenAgainAfterAResumeCountsOnce() {
        HistoryFile file = file();
        file.append(FIRST);
        file.append(SECOND);
        Step again = new Step(10, 0.02, 1.7, 2e-6);
        file.append(again);

        assertThat(file.read().steps()).containsExactly(again, SECOND);
    }

    @Test
    void lineCutOffByAKillIsLeftOutAndDoesNotSwallowTheNext() throws IOException {
        HistoryFile file = file();
        file.append(FIRST);
        Files.writeString(file.path(), "{\"step\":20,\"epo", StandardOpenOption.APPEND);
        assertThat(file.read().steps()).containsExactly(FIRST);

        file.append(SECOND);
        assertThat(file.read().steps()).containsExactly(FIRST, SECOND);
    }

    @Test
    void lineThatIsNoEntryIsNamed() throws IOException {
        HistoryFile file = file();
        file.append(FIRST);
        Files.writeString(file.path(), "{\"step\":\"many\"}\n", StandardOpenOption.APPEND);

        assertThatExceptionOfType(HistoryFile.BrokenHistory.class)
                .isThrownBy(file::read)
                .withMessage(file.path() + " line 2 is no entry of a training history");
    }

    @Test
    void figureThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(10, 0, Double.NaN, 0))
                .withMessageStartingWith("loss is NaN");
    }

    private HistoryFile file() {
        return new HistoryFile(folder.resolve("history.jsonl"));
    }
}
