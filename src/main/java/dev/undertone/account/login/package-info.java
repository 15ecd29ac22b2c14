/** Signing in with a name and password, and recognising whoever has, request by request. */
@NamedInterface("login")
@NullMarked
package dev.undertone.account.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
