package dev.windfall.refresh;

/// Why a refresh failed.
///
/// @param sentence for staff
public record Trouble(Kind kind, String sentence) {

    public enum Kind {
        DATABASE_AWAY,
        OUT_OF_MEMORY,
        UNEXPECTED
    }
}
