/** Turns a checkpoint into ONNX graphs that a processor runs fast, and keeps them on disk; plain Java. */
@ApplicationModule(allowedDependencies = {"modelstore"})
@NullMarked
package dev.undertone.compilation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
