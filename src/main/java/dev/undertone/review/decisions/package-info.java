/** What people decide about held submissions, one by one or many at once, and how they take it back. */
@NullMarked
package dev.undertone.review.decisions;

import org.jspecify.annotations.NullMarked;
