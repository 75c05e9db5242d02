/// An account's own page with the change of its password, and the staff's page about subscribers' accounts.
@NullMarked
package dev.windfall.account.profile;

import org.jspecify.annotations.NullMarked;
