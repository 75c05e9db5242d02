/// The lottery's own terms: periods, draws, tiers, prizes, winners, and the questions that one asks of them. None of
/// the questions names a subscriber. Depends on no other package of Windfall.
@NullMarked
package dev.windfall.draw;

import org.jspecify.annotations.NullMarked;
