/** Shares with their intervals, and figures in pictures and reports. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.undertone.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
