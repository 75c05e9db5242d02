/// What was measured, as tables and pictures.
@NullMarked
package dev.windfall.bench.report;

import org.jspecify.annotations.NullMarked;
