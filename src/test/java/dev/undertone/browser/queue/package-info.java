/** The moderators' workplace in a real browser. */
@NullMarked
package dev.undertone.browser.queue;

import org.jspecify.annotations.NullMarked;
