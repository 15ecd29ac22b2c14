@NullMarked
package dev.undertone.system.embedded;

import org.jspecify.annotations.NullMarked;
