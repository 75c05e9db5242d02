/// Item prizes on their way: what matters of what carriers tell, and to whom. Prizes know nothing of it.
@NullMarked
package dev.windfall.delivery;

import org.jspecify.annotations.NullMarked;
