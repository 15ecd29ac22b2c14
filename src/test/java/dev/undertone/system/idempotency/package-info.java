/** Tests of requests that are sent more than once. */
@NullMarked
package dev.undertone.system.idempotency;

import org.jspecify.annotations.NullMarked;
