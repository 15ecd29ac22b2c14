/** Reads rows of texts, with or without labels, from lines, CSV or JSONL, each also gzipped; plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.undertone.textfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
