/** What a teacher answers to the training texts: read once, kept on disk, looked up by every step. */
@NamedInterface("teacher")
@NullMarked
package dev.undertone.training.teacher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
