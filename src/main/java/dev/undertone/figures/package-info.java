/** Shares with their intervals, and pictures of figures; plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.undertone.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
