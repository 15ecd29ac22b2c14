/** Takes a submission, classifies it, applies the live policy, stores and announces it. */
@ApplicationModule(
        allowedDependencies = {
            "emotion",
            "figures",
            "classification",
            "policy",
            "audit",
            "account",
            "paging",
            "textfile",
            "ratelimit"
        })
@NullMarked
package dev.undertone.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
