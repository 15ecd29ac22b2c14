/** Which words moved a score, and how far that can be trusted. */
@NamedInterface("explanation")
@NullMarked
package dev.undertone.classification.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
