/// CSV that people open in a spreadsheet.
@NullMarked
package dev.windfall.csv;

import org.jspecify.annotations.NullMarked;
