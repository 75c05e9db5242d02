/// Signing in and out: the login page, the check of a password, and the throttle on attempts.
@NullMarked
package dev.windfall.account.signin;

import org.jspecify.annotations.NullMarked;
