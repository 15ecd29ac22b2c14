package dev.undertone.audit.web;

import dev.undertone.audit.ChainBreak;
import dev.undertone.audit.ChainHead;
import dev.undertone.audit.ChainReport;
import org.jspecify.annotations.Nullable;

/** What a check found, as it is answered. */
record CheckAnswer(
        boolean holds,
        long entries,
        @Nullable ChainHead head,
        @Nullable ChainBreak firstBroken) {

    static CheckAnswer of(ChainReport report) {
        return new CheckAnswer(
                report.holds(),
                report.entries(),
                report.head().orElse(null),
                report.firstBroken().orElse(null));
    }
}
