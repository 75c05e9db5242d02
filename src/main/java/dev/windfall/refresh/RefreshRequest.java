package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Staff asked all nodes to refresh.
///
/// @param by who did
/// @param ago how long ago
/// @param answers one for each node that was there then, by name
public record RefreshRequest(String by, Duration ago, List<Answer> answers) {

    /// A node that is there answers within its interval, if not at once. A load may take some seconds more.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public RefreshRequest {
        answers = List.copyOf(answers);
    }

    /// @param given empty as long as the node has not answered
    public record Answer(String node, Optional<Given> given) {}

    /// @param dataVersion what the node shows since; empty if it has nothing to show
    /// @param trouble why it failed, in a sentence; empty unless it did
    public record Given(Outcome outcome, Duration took, Optional<Long> dataVersion, Optional<String> trouble) {}

    /// Whether another answer may come any moment.
    public boolean open() {
        return ago.compareTo(PATIENCE) < 0
                && answers.stream().anyMatch(answer -> answer.given().isEmpty());
    }

    RefreshRequest after(Duration elapsed) {
        return new RefreshRequest(by, ago.plus(elapsed), answers);
    }
}
