/// The world outside, for rehearsals, tests and the demo: winners files at random under a real prize table, and
/// carriers.
@NullMarked
package dev.windfall.simulator;

import org.jspecify.annotations.NullMarked;
