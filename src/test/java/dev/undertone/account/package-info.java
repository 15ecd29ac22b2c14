/** Tests of accounts: who comes in, and what they may do there. */
@NullMarked
package dev.undertone.account;

import org.jspecify.annotations.NullMarked;
