package dev.windfall.measure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures in passing: nothing fails because it can't be measured.
public final class Measuring {

    private static final Logger log = LoggerFactory.getLogger(Measuring.class);

    /// Failures that were told of, by their kind: told once, or the log would be full of them.
    private static final Set<Class<?>> TOLD = ConcurrentHashMap.newKeySet();

    private Measuring() {}

    public static void carefully(Runnable measurement) {
        try {
            measurement.run();
        } catch (RuntimeException e) {
            if (TOLD.add(e.getClass())) {
                log.warn("Something can't be measured, all else goes on", e);
            }
        }
    }
}
