/// Subscribers and staff: who they are, how they sign in, and which sign-ins still count.
@NullMarked
package dev.windfall.account;

import org.jspecify.annotations.NullMarked;
