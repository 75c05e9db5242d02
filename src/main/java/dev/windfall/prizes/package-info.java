/// Answers what a subscriber won: one immutable snapshot of what was published, the same for everybody, and plain Java
/// that looks a subscriber up in it. Pages and API show the answers.
@NullMarked
package dev.windfall.prizes;

import org.jspecify.annotations.NullMarked;
