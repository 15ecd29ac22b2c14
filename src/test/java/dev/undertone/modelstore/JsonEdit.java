package dev.undertone.modelstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes a JSON file in place. */
final class JsonEdit {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonEdit() {}

    static void edit(Path file, Consumer<ObjectNode> change) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(Files.readString(file));
        change.accept(root);
        Files.writeString(file, root.toString());
    }
}
