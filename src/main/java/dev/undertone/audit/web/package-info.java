/** The trail and its check over HTTP. */
@NullMarked
package dev.undertone.audit.web;

import org.jspecify.annotations.NullMarked;
