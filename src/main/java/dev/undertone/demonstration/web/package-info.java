/** The pages on which the demo data are brought in, watched and removed. */
@NullMarked
package dev.undertone.demonstration.web;

import org.jspecify.annotations.NullMarked;
