/** Those who read the items: how heavy a text is, how much somebody reviewed, and what they would rather get next. */
@NamedInterface("reader")
@NullMarked
package dev.undertone.review.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
