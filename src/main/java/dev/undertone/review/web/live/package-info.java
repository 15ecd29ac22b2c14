/** Streams and answers that keep open pages of the queue true. */
@NullMarked
package dev.undertone.review.web.live;

import org.jspecify.annotations.NullMarked;
