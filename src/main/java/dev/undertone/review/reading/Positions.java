package dev.undertone.review.reading;

import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.review.ReviewStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far a list that is merged of several streams has been read in each of them. */
final class Positions {

    private static final String BETWEEN = ";";
    private static final String WITHIN = ",";
    private static final int PARTS = 4;

    private final Map<String, Position> passed = new TreeMap<>();

    /** Reads what {@link #write} wrote. */
    static Positions read(String written) {
        Positions positions = new Positions();
        try {
            for (String entry : written.split(BETWEEN, -1)) {
                String[] parts = entry.split(WITHIN, -1);
                if (parts.length != PARTS) {
                    throw new BadCursor();
                }
                Instant rankedAt = Cursor.time(Instant.EPOCH.plus(Long.parseLong(parts[2]), ChronoUnit.MICROS));
                positions.pass(
                        new Stream(parts[0], ReviewStatus.valueOf(parts[1])),
                        new Position(rankedAt, UUID.fromString(parts[3])));
            }
            return positions;
        } catch (IllegalArgumentException notOurs) {
            throw new BadCursor(notOurs);
        }
    }

    Optional<Position> of(Stream stream) {
        return Optional.ofNullable(passed.get(stream.key()));
    }

    void pass(Stream stream, Position position) {
        passed.put(stream.key(), position);
    }

    String write() {
        return passed.entrySet().stream()
                .map(entry -> entry.getKey() + WITHIN + entry.getValue().written())
                .collect(Collectors.joining(BETWEEN));
    }

    /** The items of a queue in a status. */
    record Stream(String queue, ReviewStatus status) {
        String key() {
            return queue + WITHIN + status.name();
        }
    }

    /** The last item that was read. */
    record Position(Instant rankedAt, UUID id) {
        String written() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, rankedAt) + WITHIN + id;
        }
    }
}
