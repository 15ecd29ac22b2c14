package dev.undertone.compilation.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Writes one ONNX model (IR version 10, operators of version 21) into a folder: {@value #MODEL}, {@value #CONSTANTS}
 * and {@value #NAMED}.
 *
 * <p>Values are known by name; nodes are added after those whose outputs they read.
 */
public final class GraphWriter implements AutoCloseable {

    /** The graph. */
    public static final String MODEL = "model.onnx";
    /** The large constants beside it. */
    public static final String CONSTANTS = "model.constants";
    /** Where the constants with names of their own stand, a line for each: name, type, first byte, shape. */
    public static final String NAMED = "model.named";

    private static final int IR_VERSION = 10;
    private static final int OPERATORS = 21;
    /** Smaller constants stand in the graph: the engine needs shapes and the like while it plans. */
    private static final int LARGE = 4096;

    private final Path folder;
    private final ConstantsFile constants;
    private final List<String> named = new ArrayList<>();
    private final Message graph = new Message();
    private int values;

    /** Starts a model in a folder that exists. */
    public GraphWriter(Path folder) throws IOException {
        this.folder = folder;
        this.constants = new ConstantsFile(folder.resolve(CONSTANTS));
        graph.text(2, "distilbert");
    }

    /** Declares an input; a dimension is a number, or the name of what varies. */
    public String input(String name, ElementType type, Object... shape) {
        graph.message(11, value(name, type, shape));
        return name;
    }

    /** Declares an output that a node of this name gives. */
    public void output(String name, ElementType type, Object... shape) {
        graph.message(12, value(name, type, shape));
    }

    private static Message value(String name, ElementType type, Object... shape) {
        Message dimensions = new Message();
        for (Object dimension : shape) {
            Message one = new Message();
            dimensions.message(
                    1,
                    dimension instanceof Number n ? one.number(1, n.longValue()) : one.text(2, dimension.toString()));
        }
        Message tensor = new Message().number(1, type.number()).message(2, dimensions);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** Adds a node with one output and gives the output a name. */
    public String node(Node node) {
        return node(node, node.operator() + "_" + values++);
    }

    /** Adds a node whose output has this name. */
    public String node(Node node, String output) {
        graph.message(1, node.message(List.of(output)));
        return output;
    }

    /** Adds a node with several outputs. */
    public List<String> nodes(Node node, int outputs) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            names.add(node.operator() + "_" + values++);
        }
        graph.message(1, node.message(names));
        return names;
    }

    /** A constant of float32. */
    public String floats(float[] elements, long... shape) {
        return constant(ElementType.FLOAT, bytes(elements), shape);
    }

    /** A constant of int64; without a shape it is a list. */
    public String longs(long... elements) {
        ByteBuffer bytes = ByteBuffer.allocate(elements.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(elements);
        return constant(ElementType.INT64, bytes, elements.length);
    }

    /** A constant of any type. */
    public String constant(ElementType type, ByteBuffer elements, long... shape) {
        String name = "constant_" + values++;
        Message tensor = tensor(name, type, shape);
        if (elements.remaining() < LARGE) {
            byte[] bytes = new byte[elements.remaining()];
            elements.get(bytes);
            graph.message(5, tensor.bytes(9, bytes));
        } else {
            append(tensor, elements);
        }
        return name;
    }

    /** A constant with a name of its own: whoever runs the model several times may have it in memory once. */
    public String named(String name, ElementType type, ByteBuffer elements, long... shape) {
        long start = append(tensor(name, type, shape), elements);
        named.add(Stream.concat(
                        Stream.of(name, type.name(), Long.toString(start)),
                        LongStream.of(shape).mapToObj(Long::toString))
                .collect(Collectors.joining(" ")));
        return name;
    }

    /** A constant of float32 with a name of its own. */
    public String named(String name, float[] elements, long... shape) {
        return named(name, ElementType.FLOAT, bytes(elements), shape);
    }

    private static ByteBuffer bytes(float[] elements) {
        ByteBuffer bytes = ByteBuffer.allocate(elements.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(elements);
        return bytes;
    }

    private static Message tensor(String name, ElementType type, long... shape) {
        Message tensor = new Message();
        for (long dimension : shape) {
            tensor.number(1, dimension);
        }
        return tensor.number(2, type.number()).text(8, name);
    }

    private long append(Message tensor, ByteBuffer elements) {
        int length = elements.remaining();
        long start = constants.append(elements);
        graph.message(
                5,
                tensor.message(13, entry("location", CONSTANTS))
                        .message(13, entry("offset", Long.toString(start)))
                        .message(13, entry("length", Integer.toString(length)))
                        .number(14, 1));
        return start;
    }

    private static Message entry(String key, String value) {
        return new Message().text(1, key).text(2, value);
    }

    /** Writes the graph; the model is complete once this writer is closed. */
    public void finish() throws IOException {
        Message model = new Message()
                .number(1, IR_VERSION)
                .text(2, "undertone")
                .message(7, graph)
                .message(8, operators("", OPERATORS))
                .message(8, operators("com.microsoft", 1));
        Files.write(folder.resolve(NAMED), named);
        Path file = folder.resolve(MODEL);
        Files.write(file, model.toBytes());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Message operators(String domain, int version) {
        return new Message().text(1, domain).number(2, version);
    }

    @Override
    public void close() throws IOException {
        constants.close();
    }
}
