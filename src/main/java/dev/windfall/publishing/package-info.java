/// The steps of a draw's versions, from the claim on a draw to its publication: approval, publication, withdrawal, and
/// the tables that hold the versions and their prizes.
@NullMarked
package dev.windfall.publishing;

import org.jspecify.annotations.NullMarked;
