/** The review queue over HTTP. */
@NullMarked
package dev.undertone.review.web;

import org.jspecify.annotations.NullMarked;
