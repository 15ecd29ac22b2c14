/** Data sets, fine-tuning and evaluation reports, without web and without database. */
@ApplicationModule(allowedDependencies = {"emotion", "figures", "distilbert", "modelstore", "textfile"})
@NullMarked
package dev.undertone.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
