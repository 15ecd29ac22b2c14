/** The page on which an author is erased. */
@NullMarked
package dev.undertone.moderation.web.page;

import org.jspecify.annotations.NullMarked;
