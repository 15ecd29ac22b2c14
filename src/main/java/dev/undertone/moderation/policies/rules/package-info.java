/** Rules as JSON that people write and read, in requests and in the database. */
@NullMarked
package dev.undertone.moderation.policies.rules;

import org.jspecify.annotations.NullMarked;
