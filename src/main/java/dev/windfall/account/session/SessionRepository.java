package dev.windfall.account.session;

import dev.windfall.account.SignInEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What all nodes share about sessions: the keys and the ends before time. The sessions themselves are nowhere but in
/// their cookies.
interface SessionRepository {

    /// All keys, the oldest first.
    List<SigningKey> keys();

    /// Adds the key unless there is one with its id.
    void addKey(SigningKey key);

    /// The ends recorded from a moment on, by the database's clock, the oldest first.
    List<RecordedEnd> endsSince(Instant since);

    void record(SignInEnd end);

    /// Forgets ends that no living session can have begun before.
    void forgetEndsOlderThan(Duration age);
}
