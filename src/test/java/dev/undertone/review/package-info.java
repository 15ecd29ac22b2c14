/** Tests of the review queue on both databases. */
@NullMarked
package dev.undertone.review;

import org.jspecify.annotations.NullMarked;
