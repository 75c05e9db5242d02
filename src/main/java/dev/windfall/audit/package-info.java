/// The audit trail: who did what, when, to which version of a draw. Entries are only ever added, and chained by hashes,
/// so that it shows when one was changed, taken out or put in.
@NullMarked
package dev.windfall.audit;

import org.jspecify.annotations.NullMarked;
