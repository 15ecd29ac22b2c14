/** Keeps the embedded database whole when the process is killed. */
@NullMarked
package dev.undertone.system.embedded;

import org.jspecify.annotations.NullMarked;
