/// The public results: draws and how many won what, never who; as pages, as JSON and as feeds.
@NullMarked
package dev.windfall.prizes.results;

import org.jspecify.annotations.NullMarked;
