package dev.undertone.review.triage.web;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Up to a thousand ids as one short field of a form, so that a decision is about what the form showed. */
final class ItemList {

    private static final int BYTES = 16;

    private ItemList() {}

    static String write(List<UUID> items) {
        ByteBuffer bytes = ByteBuffer.allocate(items.size() * BYTES);
        for (UUID item : items) {
            bytes.putLong(item.getMostSignificantBits()).putLong(item.getLeastSignificantBits());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty if nothing of ours wrote it. */
    static Optional<List<UUID>> read(String written) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
            List<UUID> items = new ArrayList<>();
            while (bytes.hasRemaining()) {
                items.add(new UUID(bytes.getLong(), bytes.getLong()));
            }
            return Optional.of(items);
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }
}
