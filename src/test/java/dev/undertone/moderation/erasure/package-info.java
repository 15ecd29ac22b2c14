/** Tests of the erasure of authors. */
@NullMarked
package dev.undertone.moderation.erasure;

import org.jspecify.annotations.NullMarked;
