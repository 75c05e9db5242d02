package dev.windfall.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps a node that is told to end serving until load balancers have noticed that it isn't ready any more.
///
/// Spring Boot turns the readiness probe down before it stops anything, but closes the port right after. A load
/// balancer asks the probe every second or so, and would send requests to a closed port until then.
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(ShutdownSettings.class)
class Drain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Duration duration;
    private volatile boolean running;

    Drain(ShutdownSettings settings) {
        duration = settings.drain();
    }

    /// Stops before everything else, and starts last: a node that never served has nothing to drain.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (duration.isZero()) {
            return;
        }
        log.info("Not ready any more; serving on for {} ms until load balancers have noticed", duration.toMillis());
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
