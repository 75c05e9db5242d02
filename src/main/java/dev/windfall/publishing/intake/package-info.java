/// How draws come in: a prize table and winners files, each draw whole or not at all, with its progress and its record.
@NullMarked
package dev.windfall.publishing.intake;

import org.jspecify.annotations.NullMarked;
