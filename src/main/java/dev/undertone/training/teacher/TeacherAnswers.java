package dev.undertone.training.teacher;

import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFolder;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a teacher answered to every text, mapped from files and so read as needed.
 *
 * <p>Hidden states are those of the first token alone: the one that the head reads, and a text's worth of which is as
 * small as the text (patient distillation: Sun et al. 2019, arXiv 1908.09355, section 3.2).
 */
public final class TeacherAnswers implements AutoCloseable {

    private final List<Weights> files;
    private final List<Map<String, Rows>> chunks;
    private final int chunkSize;

    private TeacherAnswers(List<Weights> files, int chunkSize) {
        this.files = files;
        this.chunks = files.stream().map(TeacherAnswers::rows).toList();
        this.chunkSize = chunkSize;
    }

    static TeacherAnswers open(List<Path> folders, int chunkSize) {
        List<Weights> files = new ArrayList<>();
        folders.forEach(folder -> files.add(WeightsFolder.open(folder)));
        return new TeacherAnswers(files, chunkSize);
    }

    private static Map<String, Rows> rows(Weights file) {
        return file.tensors().stream()
                .collect(Collectors.toMap(
                        TensorInfo::name,
                        tensor -> new Rows(
                                file.read(tensor.name())
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .asFloatBuffer(),
                                Math.toIntExact(tensor.shape().get(1)))));
    }

    /** The teacher's logits for a text, averaged over the teachers if there are several. */
    public float[] logits(int text) {
        return row(AnswerChunk.LOGITS, text);
    }

    /** The first token's vector in the teacher's layer that this layer of the student copies. */
    public float[] state(int studentLayer, int text) {
        return row(AnswerChunk.state(studentLayer), text);
    }

    private float[] row(String name, int text) {
        Rows rows = chunks.get(text / chunkSize).get(name);
        if (rows == null) {
            throw new IllegalArgumentException("the teacher's answers lack " + name);
        }
        float[] row = new float[rows.width()];
        rows.all().get(text % chunkSize * rows.width(), row);
        return row;
    }

    @Override
    public void close() {
        files.forEach(Weights::close);
    }

    private record Rows(FloatBuffer all, int width) {}
}
