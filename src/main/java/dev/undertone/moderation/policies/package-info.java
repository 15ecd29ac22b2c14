/** The stored policies: versions that never change, their states, and which of them judge. */
@NullMarked
package dev.undertone.moderation.policies;

import org.jspecify.annotations.NullMarked;
