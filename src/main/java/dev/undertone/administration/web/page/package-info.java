/** The pages on which administrators see how the service is and change its settings. */
@NullMarked
package dev.undertone.administration.web.page;

import org.jspecify.annotations.NullMarked;
