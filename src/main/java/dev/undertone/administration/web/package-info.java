/** The endpoints of administrators. */
@NullMarked
package dev.undertone.administration.web;

import org.jspecify.annotations.NullMarked;
