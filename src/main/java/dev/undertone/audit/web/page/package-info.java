/** The page on which people read the trail, check its chain and take entries away. */
@NullMarked
package dev.undertone.audit.web.page;

import org.jspecify.annotations.NullMarked;
