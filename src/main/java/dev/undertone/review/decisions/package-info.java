/** What people decide about held submissions, one by one or many at once, and how they take it back. */
@NamedInterface("decisions")
@NullMarked
package dev.undertone.review.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
