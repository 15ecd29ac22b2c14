/** The pages on which people read policies, change them, and see what a change would do before it does it. */
@NullMarked
package dev.undertone.moderation.policies.web.page;

import org.jspecify.annotations.NullMarked;
