/** Keeps one address from taking all threads of the server. */
@NullMarked
package dev.undertone.system.threads;

import org.jspecify.annotations.NullMarked;
