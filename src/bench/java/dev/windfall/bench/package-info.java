/// Windfall beside the other ways to build it: measures all of them in one run and writes `docs/benchmarks.md`.
@NullMarked
package dev.windfall.bench;

import org.jspecify.annotations.NullMarked;
