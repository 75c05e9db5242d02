package dev.windfall.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What a draw's winners file is called: a draw number may hold what a file's name may not.
final class WinnersFileName {

    private WinnersFileName() {}

    /// Letters, digits and `.-_` stay; all else is written as `%2F`, so that no two numbers share a name.
    static String of(String drawNumber) {
        String safe = URLEncoder.encode(drawNumber, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "winners-" + safe + ".csv";
    }
}
