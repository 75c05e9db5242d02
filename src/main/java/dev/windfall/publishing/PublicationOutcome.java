package dev.windfall.publishing;

/// What became of an attempt to publish a draw.
public sealed interface PublicationOutcome {

    String drawNumber();

    /// @param dataVersion the state of everything published that it made
    record Published(String drawNumber, long dataVersion) implements PublicationOutcome {}

    /// The draw is declared, and its winners are still to come.
    record NotImported(String drawNumber) implements PublicationOutcome {}

    record AlreadyPublished(String drawNumber) implements PublicationOutcome {}

    record NoSuchDraw(String drawNumber) implements PublicationOutcome {}
}
