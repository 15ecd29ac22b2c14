/** Tests of the endpoints for submissions. */
@NullMarked
package dev.undertone.moderation.web;

import org.jspecify.annotations.NullMarked;
