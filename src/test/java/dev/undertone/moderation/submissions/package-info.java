/** Tests of the stored submissions. */
@NullMarked
package dev.undertone.moderation.submissions;

import org.jspecify.annotations.NullMarked;
