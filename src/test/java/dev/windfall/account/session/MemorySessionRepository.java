package dev.windfall.account.session;

import dev.windfall.account.SignInEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.dao.DataAccessResourceFailureException;

/// The shared tables, in memory, and able to be away.
final class MemorySessionRepository implements SessionRepository {

    private final SortedMap<Integer, SigningKey> keys = new TreeMap<>();
    private final List<RecordedEnd> ends = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T20:00:00Z");
    private boolean away;

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    void deleteKeys() {
        keys.clear();
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    /// Another node's record, whose transaction took so long that it becomes visible only now.
    void recordLate(SignInEnd end, Duration delay) {
        ends.add(new RecordedEnd(end, now.minus(delay)));
    }

    @Override
    public List<SigningKey> keys() {
        reach();
        return List.copyOf(keys.values());
    }

    @Override
    public void addKey(SigningKey key) {
        reach();
        keys.putIfAbsent(key.id(), key);
    }

    @Override
    public List<RecordedEnd> endsSince(Instant since) {
        reach();
        return ends.stream()
                .filter(end -> !end.recordedAt().isBefore(since))
                .sorted(Comparator.comparing(RecordedEnd::recordedAt))
                .toList();
    }

    @Override
    public void record(SignInEnd end) {
        reach();
        ends.add(new RecordedEnd(end, now));
    }

    @Override
    public void forgetEndsOlderThan(Duration age) {
        reach();
        ends.removeIf(end -> end.recordedAt().isBefore(now.minus(age)));
    }

    private void reach() {
        if (away) {
            throw new DataAccessResourceFailureException("the database is away");
        }
    }
}
