package dev.windfall.database;

import org.slf4j.Logger;

/// Something that is tried again and again and can't be done for a while: told once when that begins, and once when it
/// is over, however often it is tried in between.
public final class Outage {

    private final Logger log;
    private final String beginning;
    private final String end;
    private boolean goesOn;

    /// @param beginning what is told, and the reason behind it
    public Outage(Logger log, String beginning, String end) {
        this.log = log;
        this.beginning = beginning;
        this.end = end;
    }

    public synchronized void failedFor(Exception reason) {
        if (!goesOn) {
            goesOn = true;
            log.warn("{}: {}", beginning, reason.getMessage());
        }
    }

    public synchronized void succeeded() {
        if (goesOn) {
            goesOn = false;
            log.info("{}", end);
        }
    }
}
