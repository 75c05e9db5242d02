package dev.windfall.publishing;

/// Somebody else is taking a step with the draw, and takes too long to wait for.
public final class DrawBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    DrawBusy(String drawNumber, Throwable cause) {
        super("draw %s is in other hands".formatted(drawNumber), cause);
    }
}
