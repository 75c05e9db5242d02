package dev.windfall.bench.lab;

import dev.windfall.bench.alternative.Alternative;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Alternatives at work side by side. Each sleeps unless it is its turn.
public final class Participants implements AutoCloseable {

    private final Map<Alternative, Participant> byAlternative = new EnumMap<>(Alternative.class);

    private Participants() {}

    /// Starts them one after the other.
    public static Participants start(Lab lab, List<Alternative> alternatives) throws IOException, InterruptedException {
        var participants = new Participants();
        try {
            for (Alternative alternative : alternatives) {
                Participant participant = lab.start(alternative, 1);
                participants.byAlternative.put(alternative, participant);
                participant.pause();
            }
            return participants;
        } catch (IOException | InterruptedException | RuntimeException e) {
            participants.close();
            throw e;
        }
    }

    public Participant of(Alternative alternative) {
        return Objects.requireNonNull(byAlternative.get(alternative));
    }

    public Collection<Participant> all() {
        return byAlternative.values();
    }

    @Override
    public void close() throws IOException {
        for (Participant participant : all()) {
            participant.close();
        }
    }
}
