package dev.undertone.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.administration.Checkpoints.Entry;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.modelstore.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class CheckpointListTests {

    @TempDir
    private Path folder;

    @Test
    void figuresThatWereCutShortAreLeftOutAndTheOthersAreListed() throws IOException {
        Entry whole = entry("whole", "{\"accuracy\": 0.9}");
        Entry cut = entry("cut", "{\"accuracy\": 0.9");

        CheckpointList list = CheckpointList.of(List.of(cut, whole), JsonMapper.shared());

        assertThat(list.items()).extracting(CheckpointList.Item::id).containsExactly("cut", "whole");
        assertThat(list.items().get(0).evaluation()).isNull();
        assertThat(list.items().get(1).evaluation()).isNotNull();
    }

    private Entry entry(String name, String evaluation) throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("evaluation.json"), evaluation);
        return new Entry(checkpoint.id(), false, false, Optional.of(checkpoint), Optional.empty());
    }
}
