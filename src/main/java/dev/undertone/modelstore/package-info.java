/** Finds, verifies, activates and writes checkpoints; reads and writes safetensors; plain Java and Jackson. */
@ApplicationModule(allowedDependencies = {"emotion"})
@NullMarked
package dev.undertone.modelstore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
