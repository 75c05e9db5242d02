/// Winners files at random under a real prize table, for rehearsals, tests and the demo.
@NullMarked
package dev.windfall.simulator;

import org.jspecify.annotations.NullMarked;
