package dev.windfall.publishing;

/// What became of a step that somebody wanted to take with a draw.
public sealed interface StepOutcome {

    String drawNumber();

    /// Somebody stands by the draw in spite of its doubts.
    record Confirmed(String drawNumber) implements StepOutcome {}

    record Approved(String drawNumber) implements StepOutcome {}

    /// @param dataVersion the state of everything published that it made
    record Published(String drawNumber, long dataVersion) implements StepOutcome {}

    /// Nobody sees the draw's winners any more.
    ///
    /// @param dataVersion the state of everything published that it made
    record Withdrawn(String drawNumber, long dataVersion) implements StepOutcome {}

    /// The version that was not published is gone, and with it the draw if nothing else was known of it.
    record Discarded(String drawNumber) implements StepOutcome {}

    /// Nothing was changed.
    record Refused(String drawNumber, Refusal reason) implements StepOutcome {}

    enum Refusal {
        NO_SUCH_DRAW,
        /// Its winners are still to come.
        NOT_IMPORTED,
        /// Somebody has to confirm in writing what the checks found.
        DOUBTS_OPEN,
        NOTHING_TO_CONFIRM,
        /// Who imported a draw can't approve it too.
        SECOND_PERSON_NEEDED,
        NOT_APPROVED,
        ALREADY_APPROVED,
        ALREADY_PUBLISHED,
        NOT_PUBLISHED,
        /// The draw was imported again since: what was looked at is not what would be approved.
        SUPERSEDED,
        /// Somebody else is taking a step with the draw.
        BUSY
    }
}
