/** Pure functions from scores to a verdict, explained by reasons; plain Java. */
@ApplicationModule(allowedDependencies = {"emotion"})
@NullMarked
package dev.undertone.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
