package dev.undertone.modelstore.safetensors;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.safetensors.SafetensorsHeader.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of a safetensors header token by token, so that a hostile one cannot build a tree on the heap. */
final class HeaderJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** More dimensions than any network has. */
    private static final int MOST_DIMENSIONS = 8;

    private final String file;

    HeaderJson(String file) {
        this.file = file;
    }

    /** The tensors of the header, each checked on its own. */
    Map<String, Slot> parse(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            Map<String, Slot> slots = new LinkedHashMap<>();
            expect(parser.nextToken(), JsonToken.START_OBJECT, "the header");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (name.equals("__metadata__")) {
                    metadata(parser);
                } else {
                    slots.put(name, slot(parser, name));
                }
            }
            if (parser.nextToken() != null) {
                throw refused("has something after the JSON object of its header");
            }
            return slots;
        } catch (JacksonException e) {
            throw refused("has a header that is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private void metadata(JsonParser parser) {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "__metadata__");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            expect(parser.nextToken(), JsonToken.VALUE_STRING, "each entry of __metadata__");
        }
    }

    private Slot slot(JsonParser parser, String name) {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "tensor " + name);
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "dtype" -> {
                    expect(value, JsonToken.VALUE_STRING, "the dtype of tensor " + name);
                    dtype = parser.getString();
                }
                case "shape" -> shape = longs(parser, "the shape of tensor " + name);
                case "data_offsets" -> offsets = longs(parser, "the data_offsets of tensor " + name);
                default -> parser.skipChildren();
            }
        }
        if (dtype == null || shape == null || offsets == null) {
            throw refused("tensor " + name + " lacks dtype, shape or data_offsets");
        }
        return slot(tensor(name, dtype, shape), offsets);
    }

    private Slot slot(TensorInfo tensor, List<Long> offsets) {
        if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
            throw refused("tensor " + tensor.name() + " has data_offsets " + offsets + ", expected a begin and an end");
        }
        Slot slot = new Slot(tensor, offsets.get(0), offsets.get(1));
        if (slot.end() - slot.begin() != tensor.bytes()) {
            throw refused("tensor " + tensor.name() + " of shape " + tensor.shape() + " and type " + tensor.type()
                    + " needs " + tensor.bytes() + " bytes, its data_offsets give " + (slot.end() - slot.begin()));
        }
        if (tensor.bytes() > Integer.MAX_VALUE) {
            throw refused("tensor " + tensor.name() + " has " + tensor.bytes() + " bytes, at most " + Integer.MAX_VALUE
                    + " are read");
        }
        return slot;
    }

    private TensorInfo tensor(String name, String dtype, List<Long> shape) {
        TensorType type = TensorType.named(dtype)
                .orElseThrow(() -> refused("tensor " + name + " has the unknown dtype " + dtype));
        try {
            return new TensorInfo(name, type, shape);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refused("tensor " + name + " has the impossible shape " + shape);
        }
    }

    private List<Long> longs(JsonParser parser, String what) {
        expect(parser.currentToken(), JsonToken.START_ARRAY, what);
        List<Long> longs = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, "each number in " + what);
            if (longs.size() == MOST_DIMENSIONS) {
                throw refused(what + " has more than " + MOST_DIMENSIONS + " numbers");
            }
            longs.add(parser.getLongValue());
        }
        return longs;
    }

    private void expect(@Nullable JsonToken found, JsonToken expected, String what) {
        if (found != expected) {
            throw refused(what + " is " + found + ", expected " + expected);
        }
    }

    private CheckpointRefused refused(String fact) {
        return new CheckpointRefused(file, fact);
    }
}
