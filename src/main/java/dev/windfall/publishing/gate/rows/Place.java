package dev.windfall.publishing.gate.rows;

import dev.windfall.csv.Finding;

/// Where a row stands.
///
/// @param file the file's name
/// @param line counted from 1
record Place(String file, long line) {

    Finding finding(String reason) {
        return new Finding(file, line, "subscriber_id", reason);
    }
}
