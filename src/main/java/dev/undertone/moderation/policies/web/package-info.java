/** The endpoints of policies. */
@NullMarked
package dev.undertone.moderation.policies.web;

import org.jspecify.annotations.NullMarked;
