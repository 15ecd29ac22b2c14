/** The first start: a code that keeps strangers from setting the service up. */
@NullMarked
package dev.undertone.account.setup;

import org.jspecify.annotations.NullMarked;
