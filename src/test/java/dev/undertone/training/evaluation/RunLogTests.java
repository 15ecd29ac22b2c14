package dev.undertone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLogTests {

    @TempDir
    private Path folder;

    @Test
    void aLineThatWasCutShortTakesNoOtherWithIt() throws IOException {
        RunLog log = new RunLog(folder.resolve("training/runs.jsonl"));
        log.append(run("one", "train --output one"));
        Files.write(log.path(), new byte[] {'{', '"', (byte) 0xc3}, StandardOpenOption.APPEND);

        log.append(run("two", "train --output two"));

        assertThat(log.read()).extracting(FinishedRun::output).containsExactly("one", "two");
    }

    @Test
    void aLineageGoesBackToAllThatACheckpointIsMadeOf() {
        List<FinishedRun> runs = List.of(
                run("teacher", "train --base bert-large --output teacher"),
                run("student", "distill --base bert --output student --teacher teacher=1/2,unknown"),
                run("further", "train --base student --output further --extra posts.tsv"),
                run("other", "train --base bert --output other"),
                run("mean", "soup --of further,student --output mean"));

        Lineage lineage = Lineage.of("mean", runs);

        assertThat(lineage.runs())
                .extracting(FinishedRun::output)
                .containsExactly("mean", "further", "student", "teacher");
        assertThat(List.of("mean", "bert", "bert-large", "unknown")).allMatch(lineage::includes);
        assertThat(lineage.includes("other")).isFalse();
    }

    @Test
    void ofTwoRunsWithOneNameTheLaterLedToTheCheckpoint() {
        List<FinishedRun> runs = List.of(
                run("part", "train --base bert --output part --extra old.tsv"),
                run("part", "train --base bert --output part --extra new.tsv"));

        assertThat(Lineage.of("part", runs).runs()).containsExactly(runs.get(1));
    }

    private static FinishedRun run(String output, String command) {
        return new FinishedRun(output, command, 1, FinishedRun.SAVED, Optional.empty());
    }
}
