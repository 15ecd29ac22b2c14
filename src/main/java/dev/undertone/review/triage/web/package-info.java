/** The page on which many open items are looked at and decided at once. */
@NullMarked
package dev.undertone.review.triage.web;

import org.jspecify.annotations.NullMarked;
