package dev.windfall.prizes.results;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids by which readers of feeds and calendars know what they have seen. They follow from what they name, under
/// whatever address the server was asked.
final class StableId {

    private StableId() {}

    /// @param what within the lottery: a draw's number, a date
    static UUID of(String lottery, Object what) {
        return UUID.nameUUIDFromBytes((lottery + "\n" + what).getBytes(StandardCharsets.UTF_8));
    }
}
