package dev.undertone.training.teacher;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFolder;
import dev.undertone.modelstore.WeightsFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * Asks a teacher about every text once and keeps the answers on disk, so that a step of the student costs no pass of
 * the teacher.
 *
 * <p>Answers are kept in chunks, each written under another name and renamed when it is whole: a lecture that was
 * killed goes on with the first chunk that is missing.
 */
public final class Lecture {

    /** Texts of one chunk. */
    static final int CHUNK = 1024;

    private static final int BATCH = 32;

    private final Path folder;
    private final Teacher teacher;
    private final LayerMap layers;
    private final List<String> texts;

    /**
     * Prepares to ask.
     *
     * @param folder is made when missing; has answers of this teacher to these texts, or none
     * @param layers which hidden states are kept
     */
    public Lecture(Path folder, Teacher teacher, LayerMap layers, List<String> texts) {
        this.folder = folder;
        this.teacher = teacher;
        this.layers = layers;
        this.texts = texts;
    }

    /**
     * Asks what was not asked before.
     *
     * @param progress told the number of texts that are answered
     * @param stop asked after every chunk
     * @return the answers by position of the text; empty if stopped before all were asked
     */
    public Optional<TeacherAnswers> hold(IntConsumer progress, BooleanSupplier stop) {
        int chunks = (texts.size() + CHUNK - 1) / CHUNK;
        for (int chunk = 0; chunk < chunks; chunk++) {
            if (!Files.isDirectory(path(chunk))) {
                if (stop.getAsBoolean()) {
                    return Optional.empty();
                }
                int first = chunk * CHUNK;
                write(path(chunk), ask(texts.subList(first, Math.min(texts.size(), first + CHUNK)), first, progress));
            }
        }
        return Optional.of(TeacherAnswers.open(
                IntStream.range(0, chunks).mapToObj(this::path).toList(), CHUNK));
    }

    private Path path(int chunk) {
        return folder.resolve(String.format(Locale.ROOT, "texts-%06d", chunk * CHUNK));
    }

    private AnswerChunk ask(List<String> some, int before, IntConsumer progress) {
        AnswerChunk chunk = new AnswerChunk(some.size());
        int[] asked = some.stream()
                .mapToInt(text -> (int) teacher.asked(text).count())
                .toArray();
        boolean[] answered = new boolean[some.size()];
        for (EnsembleMember member : teacher.members()) {
            List<Integer> mine = IntStream.range(0, some.size())
                    .filter(text -> member.isAsked(some.get(text)))
                    .boxed()
                    .toList();
            Entry entry = (text, outputs) -> {
                chunk.add(AnswerChunk.LOGITS, text, outputs.get(0), 1f / asked[text]);
                for (int layer = 0;
                        !answered[text] && layer < layers.teacherLayers().size();
                        layer++) {
                    float[] state = outputs.get(1 + layers.teacherLayers().get(layer));
                    chunk.add(AnswerChunk.state(layer), text, state, 1);
                }
                answered[text] = true;
            };
            ask(member.checkpoint(), some, mine, entry);
        }
        progress.accept(before + some.size());
        return chunk;
    }

    private static void ask(Checkpoint checkpoint, List<String> some, List<Integer> which, Entry entry) {
        if (which.isEmpty()) {
            return;
        }
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
                Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE)) {
            int longest = checkpoint.config().maxPositions();
            Map<Integer, long[]> ids = which.stream()
                    .collect(Collectors.toMap(Function.identity(), text -> tokenizer.encode(some.get(text), longest)));
            for (List<Integer> batch : byLength(ids)) {
                List<float[]> outputs =
                        model.read(batch.stream().map(ids::get).toList()).outputs();
                for (int row = 0; row < batch.size(); row++) {
                    int at = row;
                    entry.enter(
                            batch.get(row),
                            outputs.stream()
                                    .map(all -> row(all, at, batch.size()))
                                    .toList());
                }
            }
        }
    }

    private static float[] row(float[] all, int row, int rows) {
        int width = all.length / rows;
        return Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }

    private static List<List<Integer>> byLength(Map<Integer, long[]> ids) {
        List<Integer> order = ids.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, long[]> text) -> text.getValue().length)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        return IntStream.range(0, (order.size() + BATCH - 1) / BATCH)
                .mapToObj(batch -> order.subList(batch * BATCH, Math.min(order.size(), (batch + 1) * BATCH)))
                .toList();
    }

    private static void write(Path target, Weights chunk) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            WeightsFolder.write(unfinished, chunk, WeightsFormat.F32);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    /** Takes the outputs of a text: its logits, and after them the first token's vector of every layer. */
    private interface Entry {
        void enter(int text, List<float[]> outputs);
    }
}
