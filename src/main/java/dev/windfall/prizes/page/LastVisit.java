package dev.windfall.prizes.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a subscriber saw the last time, which a cookie remembers: no query, and nothing stored.
///
/// @param subscriber whose visits these are; another one at the same browser starts anew
/// @param before the data version that was shown last in the visit before this one: what was published later is new
/// @param shown the data version that was shown last in this visit
/// @param at when that was, give or take [#STEP]
record LastVisit(int subscriber, long before, long shown, Instant at) {

    /// Who comes back later than this comes for another visit.
    static final Duration PAUSE = Duration.ofMinutes(30);

    /// So often at most the cookie is written anew in a visit in which nothing is published.
    private static final Duration STEP = Duration.ofMinutes(5);

    private static final Pattern COOKIE =
            Pattern.compile("([0-9]{1,10})\\.([0-9]{1,18})\\.([0-9]{1,18})\\.([0-9]{1,10})");

    /// The first visit from this browser: nothing is new to who sees everything for the first time.
    static LastVisit first(int subscriber, long dataVersion, Instant now) {
        return new LastVisit(subscriber, dataVersion, dataVersion, now);
    }

    /// Empty for what is no such cookie; anybody can have written it, and can mislead himself only.
    static Optional<LastVisit> ofCookie(String value) {
        Matcher parts = COOKIE.matcher(value);
        return parts.matches() && Long.parseLong(parts.group(1)) <= Integer.MAX_VALUE
                ? Optional.of(new LastVisit(
                        Integer.parseInt(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(4)))))
                : Optional.empty();
    }

    String toCookie() {
        return subscriber + "." + before + "." + shown + "." + at.getEpochSecond();
    }

    /// The same, a view later. The same object if there is nothing to write down.
    ///
    /// @param shownNow by this node, which may lag behind the one that answered before
    LastVisit next(long shownNow, Instant now) {
        long dataVersion = Math.max(shown, shownNow);
        Duration passed = Duration.between(at, now);
        if (passed.compareTo(PAUSE) > 0) {
            return new LastVisit(subscriber, shown, dataVersion, now);
        }
        return dataVersion == shown && passed.compareTo(STEP) < 0
                ? this
                : new LastVisit(subscriber, before, dataVersion, now);
    }
}
