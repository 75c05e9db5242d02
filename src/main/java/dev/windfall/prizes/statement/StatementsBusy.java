package dev.windfall.prizes.statement;

/// More statements are asked for than can be set at the same time.
@SuppressWarnings("serial")
final class StatementsBusy extends RuntimeException {

    StatementsBusy() {
        super("Too many statements are being set");
    }
}
