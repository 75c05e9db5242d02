/// The pages of a subscriber's own prizes.
@NullMarked
package dev.windfall.prizes.page;

import org.jspecify.annotations.NullMarked;
