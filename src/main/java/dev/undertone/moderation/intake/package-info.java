/** The way of a text from the request to the stored submission. */
@NullMarked
package dev.undertone.moderation.intake;

import org.jspecify.annotations.NullMarked;
