/** The classify endpoint and the analyse page. */
@NullMarked
package dev.undertone.classification.web;

import org.jspecify.annotations.NullMarked;
