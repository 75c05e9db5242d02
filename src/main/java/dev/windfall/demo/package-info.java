/// A lottery to look at, for who runs the program for the first time: accounts, and a draw for every week.
@NullMarked
package dev.windfall.demo;

import org.jspecify.annotations.NullMarked;
