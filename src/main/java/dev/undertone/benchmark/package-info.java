/** Measures how fast a checkpoint answers, side by side with other ways to run the same network. */
@ApplicationModule(
        allowedDependencies = {
            "figures",
            "classification",
            "compilation",
            "distilbert",
            "distilbert :: peer",
            "modelstore"
        })
@NullMarked
package dev.undertone.benchmark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
