/** The page on which moderators work: the queue, an item, and all that can be done with it. */
@NullMarked
package dev.undertone.review.web.page;

import org.jspecify.annotations.NullMarked;
