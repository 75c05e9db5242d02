/// When this node renews its snapshot: every few seconds, after a publication, and when staff ask for it.
@NullMarked
package dev.windfall.refresh;

import org.jspecify.annotations.NullMarked;
