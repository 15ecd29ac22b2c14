/** Looks at the queue: selects, sorts, counts and shows items without changing them. */
@NamedInterface("reading")
@NullMarked
package dev.undertone.review.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
