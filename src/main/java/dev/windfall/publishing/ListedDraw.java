package dev.windfall.publishing;

import java.time.LocalDate;

/// A draw as staff see it in a list.
///
/// @param prizeCount how many prizes its latest prize table declares
record ListedDraw(String number, LocalDate date, State state, int prizeCount) {

    enum State {
        /// Its prize table is known, its winners are to come.
        DECLARED,
        /// Its winners are in, and nobody sees them yet.
        IMPORTED,
        PUBLISHED
    }
}
