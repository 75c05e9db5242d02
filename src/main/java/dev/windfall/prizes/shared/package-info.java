/// What the pages of prizes and draws have in common: how amounts are written, rows that are rendered once for all, and
/// the tags by which a browser asks whether its copy still holds.
@NullMarked
package dev.windfall.prizes.shared;

import org.jspecify.annotations.NullMarked;
