/** Tokenizer, encoder and classification head: text in, logits out. */
@ApplicationModule(allowedDependencies = {"modelstore"})
@NullMarked
package dev.undertone.distilbert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
