package dev.windfall.monitoring;

import static java.util.Objects.requireNonNull;

import dev.windfall.draw.LotteryCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Reads the meters every few seconds and keeps what has come since the last time. What goes wrong here is told and
/// tried again: no page depends on it.
@Component
@ConditionalOnWebApplication
class Recorder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    private final CountedSoFar counted;
    private final ImportsUnderWay imports;
    private final Audience audience;
    private final LotteryCalendar calendar;
    private final Duration interval;
    private final Map<Span, Past> past = new EnumMap<>(Span.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Pool pool = new Pool(0, 0, 0);
    private Counts before = Counts.NONE;
    private long beforeNs = System.nanoTime();
    private long readings;
    private boolean running;
    private boolean toldOfFailure;
    private @Nullable Thread thread;

    Recorder(
            CountedSoFar counted,
            ImportsUnderWay imports,
            Audience audience,
            LotteryCalendar calendar,
            MonitoringSettings settings) {
        this.counted = counted;
        this.imports = imports;
        this.audience = audience;
        this.calendar = calendar;
        this.interval = settings.interval();
        for (Span span : Span.values()) {
            past.put(span, new Past(span));
        }
    }

    List<Step> steps(Span span) {
        return requireNonNull(past.get(span)).steps();
    }

    /// How often the meters were read so far.
    long readings() {
        lock.lock();
        try {
            return readings;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until they are read again, or the node is about to stop.
    ///
    /// @return whether they were read
    boolean awaitReadingAfter(long known, Duration patience) throws InterruptedException {
        long leftNs = patience.toNanos();
        lock.lock();
        try {
            while (running && readings <= known && leftNs > 0) {
                leftNs = changed.awaitNanos(leftNs);
            }
            return readings > known;
        } finally {
            lock.unlock();
        }
    }

    /// The connections as of the last time.
    Pool pool() {
        return pool;
    }

    void read() {
        // before this node asks anything by itself
        Pool used = counted.readPool();
        if (!audience.isEmpty()) {
            imports.look(Duration.ZERO);
        }
        lock.lock();
        try {
            Instant now = calendar.now();
            long nowNs = System.nanoTime();
            Counts counts = counted.read();
            Counts more = counts.since(before);
            Duration covered = Duration.ofNanos(nowNs - beforeNs);
            past.values().forEach(span -> span.add(now, covered, more, used));
            pool = used;
            before = counts;
            beforeNs = nowNs;
            readings++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Before the web server, which would wait for those who watch.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }

    /// What was asked before, while the node was made ready, would dwarf all that comes.
    private void beginHere() {
        lock.lock();
        try {
            before = counted.read();
            beforeNs = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        beginHere();
        running = true;
        thread = Thread.ofVirtual().name("monitoring").start(this::readOnAndOn);
    }

    private void readOnAndOn() {
        try {
            while (isRunning()) {
                tryToRead();
                Thread.sleep(interval);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToRead() {
        try {
            read();
            toldOfFailure = false;
        } catch (RuntimeException | OutOfMemoryError e) {
            if (!toldOfFailure) {
                log.warn("The meters can't be read; the dashboard stands still", e);
            }
            toldOfFailure = true;
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Thread reading = thread;
        if (reading != null) {
            reading.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }
}
