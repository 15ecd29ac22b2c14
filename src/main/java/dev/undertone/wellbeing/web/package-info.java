/** The pages on which people see their own day and choose how the service treats them. */
@NullMarked
package dev.undertone.wellbeing.web;

import org.jspecify.annotations.NullMarked;
