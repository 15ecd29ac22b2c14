/** People, roles, API keys: who asks, and what they may. */
@ApplicationModule(allowedDependencies = {"audit", "paging", "ratelimit"})
@NullMarked
package dev.undertone.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
