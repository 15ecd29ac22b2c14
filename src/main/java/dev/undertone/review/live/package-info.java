/** What happens to items, told to whoever wants to hear of it while it happens. */
@NullMarked
package dev.undertone.review.live;

import org.jspecify.annotations.NullMarked;
