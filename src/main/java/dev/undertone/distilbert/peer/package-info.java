/** Other ways to run the same network on the same engines, which the benchmark compares ours with. */
@NamedInterface("peer")
@NullMarked
package dev.undertone.distilbert.peer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
