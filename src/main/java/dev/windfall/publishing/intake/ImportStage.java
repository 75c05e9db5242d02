package dev.windfall.publishing.intake;

/// What an import is busy with.
public enum ImportStage {
    /// Others come first.
    WAITING,
    /// Streams winners files through their checks into the database.
    READING,
    /// Asks what only the database knows.
    CHECKING,
    /// Sorts the winners, indexes them and puts them in place.
    WRITING
}
