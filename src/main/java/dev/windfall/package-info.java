/// The program: its commands, and the features put together. Depends on all of them, and none of them on it.
@NullMarked
package dev.windfall;

import org.jspecify.annotations.NullMarked;
