/**
 * Undertone reads the emotion under the words: the root holds only the entry point, every feature is a package below.
 */
@NullMarked
package dev.undertone;

import org.jspecify.annotations.NullMarked;
