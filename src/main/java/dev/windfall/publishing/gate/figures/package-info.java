/// A draw's amounts and counts on the scale of what they were before: which are out of line, and which slip of the pen
/// would explain it. Tuned on the draws of real lotteries, see decision 9.
@NullMarked
package dev.windfall.publishing.gate.figures;

import org.jspecify.annotations.NullMarked;
