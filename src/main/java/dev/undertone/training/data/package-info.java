/** Labelled texts: reads them from files, says what is wrong with a row, counts what is odd about the whole. */
@NamedInterface("data")
@NullMarked
package dev.undertone.training.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
