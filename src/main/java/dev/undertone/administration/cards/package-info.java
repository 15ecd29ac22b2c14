/** What is known of a checkpoint, from its own files. */
@NullMarked
package dev.undertone.administration.cards;

import org.jspecify.annotations.NullMarked;
