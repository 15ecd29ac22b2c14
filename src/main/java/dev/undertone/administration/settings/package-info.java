/** The settings of a service: what each is, where its value comes from, and what it will be after the next start. */
@NullMarked
package dev.undertone.administration.settings;

import org.jspecify.annotations.NullMarked;
