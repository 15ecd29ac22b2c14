package dev.undertone.modelstore.bertbase;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a small BERT as the archive holds the large one: a tensor bundle with its LevelDB index, in a zip. */
final class TensorBundleFile {

    /** Entries in a data block, so that keys are shortened and the table has several blocks. */
    private static final int ENTRIES_A_BLOCK = 5;

    private final Map<String, byte[]> messages = new TreeMap<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\ngood\n##ly\nday\n";

    /** Adds a variable of floats. */
    TensorBundleFile with(String name, List<Integer> shape, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        Message message = new Message().varint(1, 1).bytes(2, shape(shape)).varint(4, data.size());
        message.varint(5, bytes.capacity()).fixed32(6, LevelDbTable.maskedChecksum(bytes));
        messages.put("module/bert/" + name, message.toByteArray());
        data.writeBytes(bytes.array());
        return this;
    }

    /** Replaces the entry of a variable with one that says something else. */
    TensorBundleFile lying(String name, Message message) {
        messages.put("module/bert/" + name, message.toByteArray());
        return this;
    }

    TensorBundleFile without(String name) {
        messages.remove("module/bert/" + name);
        return this;
    }

    TensorBundleFile vocabulary(String lines) {
        vocabulary = lines;
        return this;
    }

    static byte[] shape(List<Integer> dimensions) {
        Message shape = new Message();
        dimensions.forEach(size -> shape.bytes(2, new Message().varint(1, size).toByteArray()));
        return shape.toByteArray();
    }

    /** The LevelDB table of all entries; the first has an empty key, as TensorFlow writes its header. */
    byte[] index() {
        TreeMap<String, byte[]> all = new TreeMap<>(messages);
        all.put("", new Message().varint(1, 1).toByteArray());
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        TreeMap<String, byte[]> handles = new TreeMap<>();
        List<String> keys = new ArrayList<>(all.keySet());
        for (int from = 0; from < keys.size(); from += ENTRIES_A_BLOCK) {
            List<String> part = keys.subList(from, Math.min(keys.size(), from + ENTRIES_A_BLOCK));
            handles.put(
                    part.get(part.size() - 1), block(table, all.subMap(part.get(0), part.get(part.size() - 1) + "\0")));
        }
        byte[] meta = block(table, new TreeMap<>());
        byte[] blocks = block(table, handles);
        ByteBuffer footer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        footer.put(meta).put(blocks).putLong(40, 0xdb4775248b80fb57L);
        table.writeBytes(footer.array());
        return table.toByteArray();
    }

    /** Appends a block and answers its handle. */
    private static byte[] block(ByteArrayOutputStream table, SortedMap<String, byte[]> entries) {
        Message block = new Message();
        String before = "";
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String key = entry.getKey();
            int shared = 0;
            while (shared < Math.min(before.length(), key.length()) && before.charAt(shared) == key.charAt(shared)) {
                shared++;
            }
            byte[] rest = key.substring(shared).getBytes(StandardCharsets.UTF_8);
            byte[] value = entry.getValue();
            block.varint(shared)
                    .varint(rest.length)
                    .varint(value.length)
                    .raw(rest)
                    .raw(value);
            before = key;
        }
        block.raw(ints(0, 1)).raw(new byte[] {0});
        byte[] bytes = block.toByteArray();
        byte[] handle =
                new Message().varint(table.size()).varint(bytes.length - 1).toByteArray();
        table.writeBytes(bytes);
        table.writeBytes(ints(LevelDbTable.maskedChecksum(ByteBuffer.wrap(bytes))));
        return handle;
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    /** Writes the zip. */
    Path zip(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writeZip(out, index(), data.toByteArray());
        }
        return file;
    }

    /** Writes the zip with other bytes for the index and the data. */
    void writeZip(OutputStream out, byte[] index, byte[] numbers) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, "assets/vocab.txt", vocabulary.getBytes(StandardCharsets.UTF_8));
        entry(zip, "saved_model.pb", new byte[] {1, 2, 3});
        entry(zip, "variables/variables.data-00000-of-00001", numbers);
        entry(zip, "variables/variables.index", index);
        zip.finish();
    }

    byte[] data() {
        return data.toByteArray();
    }

    /** Writes a jar with the zip in it under a name without a suffix, as the published one has it. */
    Path jar(Path file) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(jar, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new ZipEntry("com/example/bert-uncased"));
            writeZip(jar, index(), data.toByteArray());
            jar.closeEntry();
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Bytes of a protocol buffer message. */
    static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }

        Message varint(int field, long value) {
            return varint((long) field << 3).varint(value);
        }

        Message fixed32(int field, int value) {
            return varint((long) field << 3 | 5).raw(ints(value));
        }

        Message bytes(int field, byte[] value) {
            return varint((long) field << 3 | 2).varint(value.length).raw(value);
        }

        Message raw(byte[] value) {
            bytes.writeBytes(value);
            return this;
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
