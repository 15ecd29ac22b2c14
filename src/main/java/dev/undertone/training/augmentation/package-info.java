/** Texts written in another way: to train on, so that the writing does not matter, and to measure how far it does. */
@NamedInterface("augmentation")
@NullMarked
package dev.undertone.training.augmentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
