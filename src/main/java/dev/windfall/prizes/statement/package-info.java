/// A subscriber's prizes to take along: for programs, for spreadsheets, and as a document.
@NullMarked
package dev.windfall.prizes.statement;

import org.jspecify.annotations.NullMarked;
