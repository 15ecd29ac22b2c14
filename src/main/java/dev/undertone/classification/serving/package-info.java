/** Runs token ids through a compiled network: who comes when, on which thread, beside whom, and what need not run. */
@NullMarked
package dev.undertone.classification.serving;

import org.jspecify.annotations.NullMarked;
