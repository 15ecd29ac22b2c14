/** The pages of the models: what each can do, which one answers, and the switch between them. */
@NullMarked
package dev.undertone.administration.web.models;

import org.jspecify.annotations.NullMarked;
