package dev.windfall.bench.lab;

import java.io.IOException;

/// What processes are told by the system.
enum Signal {
    STOP,
    CONT;

    void sendTo(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }
}
