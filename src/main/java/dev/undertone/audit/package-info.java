/** Append-only chained record of every change, written in the transaction of the change. */
@ApplicationModule(allowedDependencies = {"paging", "textfile"})
@NullMarked
package dev.undertone.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
