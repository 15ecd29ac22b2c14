/** What the contestants are given to do, and how long they took. */
@NullMarked
package dev.undertone.benchmark.workload;

import org.jspecify.annotations.NullMarked;
