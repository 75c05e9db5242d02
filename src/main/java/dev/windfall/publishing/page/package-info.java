/// The staff's pages for draws on their way in and out.
@NullMarked
package dev.windfall.publishing.page;

import org.jspecify.annotations.NullMarked;
