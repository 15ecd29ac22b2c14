package dev.undertone.moderation.erasure;

import dev.undertone.moderation.file.FileJobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What can be shown to whoever asked for an erasure: it does not name the author.
 *
 * @param id names the erasure; also the subject of its audit entry
 * @param erasedAt when
 * @param counts how many of each sort were removed
 * @param unfinishedFiles files in the folder of another instance, which may hold rows of the author that are still to
 *     come; whoever erases repeats it once they are done, or deletes them
 * @param auditEntry the place of its entry in the audit trail
 */
public record Receipt(
        UUID id, Instant erasedAt, Map<String, Long> counts, List<FileJobId> unfinishedFiles, long auditEntry) {

    /** Copies what it is given, the counts sorted by their names. */
    public Receipt {
        counts = new TreeMap<>(counts);
        unfinishedFiles = List.copyOf(unfinishedFiles);
    }
}
