/** What came in, what was decided and how well, over time; counts the rows of others and changes none. */
@ApplicationModule(allowedDependencies = {"emotion", "figures", "moderation", "textfile"})
@NullMarked
package dev.undertone.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
