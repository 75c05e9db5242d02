/// What is asked of the database, by name and by route: how often, how long, how many rows; what was slow, and what one
/// request asked again and again.
@NullMarked
package dev.windfall.statement;

import org.jspecify.annotations.NullMarked;
