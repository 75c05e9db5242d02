package dev.windfall.delivery.intake;

/// A carrier's request is not taken.
final class IntakeRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    IntakeRefused(Refusal refusal) {
        this(refusal, refusal.detail());
    }

    /// @param detail what is wrong with the request, where, and what to do
    IntakeRefused(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
