/// The gate that every draw passes on its way to publication: checks of one draw against what is known beside its
/// files. What they find keeps the draw out, or asks somebody to confirm in writing that it is right all the same.
@NullMarked
package dev.windfall.publishing.gate;

import org.jspecify.annotations.NullMarked;
