/** Tests of the way in. */
@NullMarked
package dev.undertone.moderation.intake;

import org.jspecify.annotations.NullMarked;
