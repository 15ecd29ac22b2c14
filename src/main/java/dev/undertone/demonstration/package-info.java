/** Made-up submissions that show what the pages are for; removed without a trace in one step. */
@ApplicationModule(
        allowedDependencies = {"emotion", "classification", "moderation", "review :: decisions", "audit", "account"})
@NullMarked
package dev.undertone.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
