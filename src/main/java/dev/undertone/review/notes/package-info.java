/** What people write down about an item for each other. */
@NullMarked
package dev.undertone.review.notes;

import org.jspecify.annotations.NullMarked;
