/** What a training may be told beyond the published recipe; each of it is off unless asked for. */
@NamedInterface("recipe")
@NullMarked
package dev.undertone.training.recipe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
