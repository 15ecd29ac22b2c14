/** The folder of one checkpoint as files: reached safely, replaced as a whole, and remembered by a manifest. */
@NullMarked
package dev.undertone.modelstore.folder;

import org.jspecify.annotations.NullMarked;
