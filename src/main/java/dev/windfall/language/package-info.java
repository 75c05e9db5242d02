/// The languages of the pages: which there are, which one a visitor reads, and the texts in each.
@NullMarked
package dev.windfall.language;

import org.jspecify.annotations.NullMarked;
