/// The winners of one draw as they stream by, looked at all together: are they given twice, are they made up?
@NullMarked
package dev.windfall.publishing.gate.rows;

import org.jspecify.annotations.NullMarked;
