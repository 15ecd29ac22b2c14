/** Looks at the queue: selects, sorts, counts and shows items without changing them. */
@NullMarked
package dev.undertone.review.reading;

import org.jspecify.annotations.NullMarked;
