package dev.undertone.moderation.web;

import dev.undertone.moderation.erasure.Receipt;
import dev.undertone.moderation.file.FileJobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The receipt of an erasure; it does not name the author.
 *
 * @param id names the erasure, in the audit trail too
 * @param erasedAt when
 * @param counts how many of each sort were removed
 * @param unfinishedFiles files that another instance of the service works on and that may hold further rows; repeat the
 *     erasure once they are done, or delete them
 * @param auditEntry the sequence number of its audit entry
 */
record ErasureBody(
        String id, Instant erasedAt, Map<String, Long> counts, List<String> unfinishedFiles, long auditEntry) {

    static ErasureBody of(Receipt receipt) {
        return new ErasureBody(
                receipt.id().toString(),
                receipt.erasedAt(),
                receipt.counts(),
                receipt.unfinishedFiles().stream().map(FileJobId::toString).toList(),
                receipt.auditEntry());
    }
}
