/** Understands the settings that Spring users of DJL have, as far as they mean something here. */
@NullMarked
package dev.undertone.classification.djl;

import org.jspecify.annotations.NullMarked;
