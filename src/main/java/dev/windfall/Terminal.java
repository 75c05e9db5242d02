package dev.windfall;

import java.io.Console;
import java.util.Optional;

/// Where somebody sits and types.
final class Terminal {

    private Terminal() {}

    /// Empty where input or output is a file, a pipe or nothing.
    static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
