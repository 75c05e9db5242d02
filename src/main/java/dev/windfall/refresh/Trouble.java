package dev.windfall.refresh;

/// Why a refresh failed.
///
/// @param sentence for staff
public record Trouble(Kind kind, String sentence) {

    public enum Kind {
        DATABASE_AWAY,
        /// What is published doesn't fit into the heap, and so wasn't loaded.
        SNAPSHOT_TOO_LARGE,
        OUT_OF_MEMORY,
        UNEXPECTED
    }
}
