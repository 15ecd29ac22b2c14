/** The pages on which people and API keys are administered, and on which everybody changes their own password. */
@NullMarked
package dev.undertone.account.web.page;

import org.jspecify.annotations.NullMarked;
