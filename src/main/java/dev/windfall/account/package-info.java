/// Subscribers and staff: who they are, and their passwords. How they sign in is in the packages beneath.
@NullMarked
package dev.windfall.account;

import org.jspecify.annotations.NullMarked;
