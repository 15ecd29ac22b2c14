/** What tests of submissions share. */
@NullMarked
package dev.undertone.moderation;

import org.jspecify.annotations.NullMarked;
