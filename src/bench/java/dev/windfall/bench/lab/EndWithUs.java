package dev.windfall.bench.lab;

/// Sees to it that nothing is left behind by a run that is broken off.
final class EndWithUs {

    private EndWithUs() {}

    static void watch(Process process) {
        var end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        var _ = process.onExit().thenRun(() -> forget(end));
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // the run is being broken off
        }
    }
}
