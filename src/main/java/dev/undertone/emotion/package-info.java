/** The labels and scores that every other module speaks in; plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.undertone.emotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
