/** The page on which the first administrator is made. */
@NullMarked
package dev.undertone.account.web.setup;

import org.jspecify.annotations.NullMarked;
