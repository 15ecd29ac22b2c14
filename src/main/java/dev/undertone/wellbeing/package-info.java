/**
 * What hard texts do to those who read them: exposure, a soft budget, a veil and queues to leave out, each person's
 * own.
 */
@ApplicationModule(
        allowedDependencies = {"emotion", "policy", "account", "account :: login", "audit", "review", "review :: reader"
        })
@NullMarked
package dev.undertone.wellbeing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
