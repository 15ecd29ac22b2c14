/** How much a caller may ask for in a while, and who counts as one caller. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.undertone.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
