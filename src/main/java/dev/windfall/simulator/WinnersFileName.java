package dev.windfall.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What a draw's winners file is called: a draw number may hold what a file's name may not.
final class WinnersFileName {

    /// File systems take 255 bytes, and some room is for what is put around it.
    private static final int MAX_CHARACTERS = 200;

    private WinnersFileName() {}

    /// Letters, digits and `.-_` stay; all else is written as `%2F`, so that no two numbers share a name. A number
    /// that gets too long by that is named by its digest.
    static String of(String drawNumber) {
        String safe = URLEncoder.encode(drawNumber, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "winners-" + (safe.length() > MAX_CHARACTERS ? digest(drawNumber) : safe) + ".csv";
    }

    private static String digest(String drawNumber) {
        return UUID.nameUUIDFromBytes(drawNumber.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
