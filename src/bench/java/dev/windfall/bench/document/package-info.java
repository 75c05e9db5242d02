/// The document of a run: `docs/benchmarks.md` with its pictures.
@NullMarked
package dev.windfall.bench.document;

import org.jspecify.annotations.NullMarked;
