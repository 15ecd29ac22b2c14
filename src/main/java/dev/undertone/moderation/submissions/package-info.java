/** The stored submissions and how they are found again. */
@NullMarked
package dev.undertone.moderation.submissions;

import org.jspecify.annotations.NullMarked;
