/// Carriers and those who explain them, for rehearsals, tests and the demo.
@NullMarked
package dev.windfall.simulator.carrier;

import org.jspecify.annotations.NullMarked;
