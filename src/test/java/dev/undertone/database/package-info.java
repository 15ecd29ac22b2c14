/** What tests of stored things share: the two databases, empty tables and a clock to move. */
@NullMarked
package dev.undertone.database;

import org.jspecify.annotations.NullMarked;
