/// What is tried: views in quiet hours, draw nights, starts, growth.
@NullMarked
package dev.windfall.bench.scenario;

import org.jspecify.annotations.NullMarked;
