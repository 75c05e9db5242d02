/// The languages of the pages: which there are, which one a visitor reads, the texts in each, and HTML that is rendered
/// once in each for all, whole pages with gaps included.
@NullMarked
package dev.windfall.language;

import org.jspecify.annotations.NullMarked;
