package dev.windfall;

import dev.windfall.publishing.file.PrizeTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which prize table, and which of its draws.
final class PrizeTableOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--prize-table", required = true, paramLabel = "FILE", description = "The prize table (CSV).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--from", paramLabel = "DATE", description = "Leave out draws before this day (yyyy-mm-dd).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Leave out draws after this day (yyyy-mm-dd).")
    private @Nullable LocalDate to;

    @Option(
            names = "--item",
            paramLabel = "TIER",
            description = "A tier whose prize is a thing and not money. Once for each such tier.")
    private List<String> itemTiers = List.of();

    /// @throws ParameterException if the file can't be read
    Path file() {
        return readable(file, command);
    }

    /// @throws ParameterException if no day is left
    PrizeTable.Selection selection() {
        if (from != null && to != null && from.isAfter(to)) {
            throw new ParameterException(command.commandLine(), "--from %s is after --to %s".formatted(from, to));
        }
        return new PrizeTable.Selection(
                Objects.requireNonNullElse(from, LocalDate.MIN),
                Objects.requireNonNullElse(to, LocalDate.MAX),
                new HashSet<>(itemTiers));
    }

    static Path readable(Path file, CommandSpec command) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(command.commandLine(), "There is no file %s to be read".formatted(file));
        }
        return file;
    }
}
