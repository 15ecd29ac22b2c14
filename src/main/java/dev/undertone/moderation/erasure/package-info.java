/** Removes everything that is kept of an author. */
@NullMarked
package dev.undertone.moderation.erasure;

import org.jspecify.annotations.NullMarked;
