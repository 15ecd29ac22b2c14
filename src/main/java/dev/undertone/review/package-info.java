/** The queue of held submissions: leases, priority, decisions, undo. */
@ApplicationModule(
        allowedDependencies = {
            "emotion",
            "policy",
            "classification",
            "classification :: explanation",
            "moderation",
            "audit",
            "account",
            "paging"
        })
@NullMarked
package dev.undertone.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
