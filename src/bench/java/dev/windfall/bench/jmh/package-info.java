/// Single parts of Windfall, measured by JMH.
@NullMarked
package dev.windfall.bench.jmh;

import org.jspecify.annotations.NullMarked;
