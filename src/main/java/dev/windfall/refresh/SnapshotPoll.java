package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Cause;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks again and again whether something was published, until the node stops: an interval after the last look, or as
/// soon as somebody has a hint. All looks are one thread's, so none overtakes another.
@Component
@ConditionalOnWebApplication
class SnapshotPoll implements SmartLifecycle {

    /// Starts when the web server has its port, by which the node is known, and stops before it, but not before the
    /// drain.
    static final int PHASE = Integer.MAX_VALUE - 1;

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final NodeRefresh refresh;
    private final Nodes nodes;
    private final Duration interval;

    /// Room for one: hints that come during a look are answered by one more look, however many they are.
    private final BlockingQueue<Cause> hints = new ArrayBlockingQueue<>(1);

    private Cause nextCause = Cause.POLL;
    private volatile @Nullable Thread polling;
    private volatile boolean running;

    SnapshotPoll(NodeRefresh refresh, Nodes nodes, RefreshSettings settings) {
        this.refresh = refresh;
        this.nodes = nodes;
        this.interval = settings.interval();
    }

    /// Something may have changed. Returns at once.
    void hint() {
        hints.offer(Cause.HINT);
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        running = true;
        var looks = new Turns(PAUSE_AFTER_FAILURE);
        polling = Thread.ofVirtual().name("snapshot-poll").start(() -> looks.takeWhile(() -> running, this::look));
    }

    /// Looks, and waits until it is time for the next look.
    private void look() throws InterruptedException {
        refresh.look(nextCause);
        Cause hint = hints.poll(interval.toNanos(), TimeUnit.NANOSECONDS);
        nextCause = hint == null ? Cause.POLL : hint;
    }

    /// A look that is under way may end in peace, if it is quick about it.
    @Override
    public void stop() {
        running = false;
        hint();
        Thread thread = polling;
        try {
            if (thread != null) {
                thread.join(PATIENCE_AT_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nodes.leave();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
