/** Which held submission a person should look at first, and why; plain arithmetic. */
@NullMarked
package dev.undertone.review.priority;

import org.jspecify.annotations.NullMarked;
