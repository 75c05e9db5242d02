/// What is measured on and with: the database and its lottery, nodes in processes of their own, load, clocks.
@NullMarked
package dev.windfall.bench.lab;

import org.jspecify.annotations.NullMarked;
