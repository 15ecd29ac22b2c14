/** Ways to run the network, each at its best setting. */
@NullMarked
package dev.undertone.benchmark.contestant;

import org.jspecify.annotations.NullMarked;
