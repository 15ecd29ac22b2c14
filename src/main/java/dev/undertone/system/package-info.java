/** Wiring that belongs to no feature: clock, security chains, error pages. */
@ApplicationModule(allowedDependencies = {"moderation", "account", "account :: login", "paging", "ratelimit"})
@NullMarked
package dev.undertone.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
