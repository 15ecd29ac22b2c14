/** Texts to scores, notices and words; who is read when, and within which limits. */
@ApplicationModule(
        allowedDependencies = {"emotion", "distilbert", "compilation", "modelstore", "textfile", "ratelimit"})
@NullMarked
package dev.undertone.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
