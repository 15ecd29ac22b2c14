/** Which words moved a score, and how far that can be trusted; internal to classification. */
@NullMarked
package dev.undertone.classification.explanation;

import org.jspecify.annotations.NullMarked;
