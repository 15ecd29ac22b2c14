/** Texts to scores, notices and words: predictor pool, scheduling, limits. */
@ApplicationModule(allowedDependencies = {"emotion", "distilbert", "modelstore", "textfile"})
@NullMarked
package dev.undertone.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
