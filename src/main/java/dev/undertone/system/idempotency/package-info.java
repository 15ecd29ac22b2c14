/** Answers a creating request that is sent again with what it was answered with the first time. */
@NullMarked
package dev.undertone.system.idempotency;

import org.jspecify.annotations.NullMarked;
