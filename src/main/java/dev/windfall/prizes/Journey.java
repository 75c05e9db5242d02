package dev.windfall.prizes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a thing that was won, after its draw was published.
///
/// @param place which of the winner's prizes of this tier in this draw it is, from 1
/// @param stages the first one first
/// @param news whether the last of them is new to its winner
public record Journey(int drawId, String tier, int place, List<Stage> stages, boolean news) {

    public Journey {
        stages = List.copyOf(stages);
    }

    /// @param text the key of the text that tells it
    /// @param details what the text names
    /// @param date when it was; null for what goes on
    /// @param problem whether the winner has to do something about it
    public record Stage(
            String text, List<String> details, @Nullable LocalDate date, boolean problem) {
        public Stage {
            details = List.copyOf(details);
        }
    }
}
