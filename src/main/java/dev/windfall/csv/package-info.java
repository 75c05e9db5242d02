/// CSV: read row by row, with each thing that is wrong named by file, line and column, and written so that a
/// spreadsheet
/// runs nothing of it.
@NullMarked
package dev.windfall.csv;

import org.jspecify.annotations.NullMarked;
