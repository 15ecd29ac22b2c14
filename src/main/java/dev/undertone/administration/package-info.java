/** What administrators see and change of a running service: checkpoints and settings. */
@ApplicationModule(
        allowedDependencies = {
            "emotion",
            "figures",
            "classification",
            "modelstore",
            "audit",
            "account",
            "policy",
            "review",
            "review :: reading"
        })
@NullMarked
package dev.undertone.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
