package dev.windfall.monitoring;

import java.util.List;

/// Which requests count as views: those by which subscribers and everybody see results, on pages or by a program.
final class Views {

    private static final List<String> PRIZES = List.of("/prizes", "/api/v1/prizes");
    private static final List<String> DRAWS = List.of("/draws", "/api/v1/draws");

    private Views() {}

    static boolean isView(String method, String route) {
        return method.equals("GET") && isPage(route);
    }

    static boolean isPage(String route) {
        return isOfPrizes(route) || DRAWS.stream().anyMatch(route::startsWith);
    }

    /// What somebody won: here the obvious design asks the database once for each view.
    static boolean isOfPrizes(String route) {
        return PRIZES.stream().anyMatch(route::startsWith);
    }
}
