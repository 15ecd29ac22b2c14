/** How long every page takes with many submissions behind it; started by hand. */
@NullMarked
package dev.undertone.pages;

import org.jspecify.annotations.NullMarked;
