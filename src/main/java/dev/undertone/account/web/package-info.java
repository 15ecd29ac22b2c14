/** The login page, and the endpoints that administer people and API keys. */
@NullMarked
package dev.undertone.account.web;

import org.jspecify.annotations.NullMarked;
