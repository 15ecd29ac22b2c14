/** Every page in a real Chromium; the kit for it, to be used by the tests of later pages as well. */
@NullMarked
package dev.undertone.browser;

import org.jspecify.annotations.NullMarked;
