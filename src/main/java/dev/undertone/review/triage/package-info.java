/** Many open items at once: how the scores of an emotion are spread, and one decision about a range of them. */
@NullMarked
package dev.undertone.review.triage;

import org.jspecify.annotations.NullMarked;
