/** Fits how far the answers of a checkpoint can be trusted, on training texts that it has not seen. */
@NamedInterface("calibration")
@NullMarked
package dev.undertone.training.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
