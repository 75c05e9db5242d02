package dev.windfall.publishing;

/// What staff put in writing: why they confirm, correct or withdraw.
public final class Writing {

    /// The longest text, in characters.
    public static final int MAX_LENGTH = 1_000;

    private Writing() {}

    /// @throws IllegalArgumentException if there is no text, or too long a one
    public static void requireFitting(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a reason has 1 to %,d characters".formatted(MAX_LENGTH));
        }
    }
}
