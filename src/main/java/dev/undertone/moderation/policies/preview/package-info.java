/** What a version would do with the submissions that are stored, computed from their stored scores. */
@NullMarked
package dev.undertone.moderation.policies.preview;

import org.jspecify.annotations.NullMarked;
