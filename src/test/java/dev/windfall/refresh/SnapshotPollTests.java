package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.windfall.refresh.Refresh.Cause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The looks begin one by one, and each ends when the test says so.
class SnapshotPollTests {

    private final BlockingQueue<Cause> begun = new LinkedBlockingQueue<>();
    private final Semaphore mayEnd = new Semaphore(0);
    private final BlockingQueue<Error> errors = new LinkedBlockingQueue<>();
    private SnapshotPoll poll = pollEvery(Duration.ofHours(1));

    @AfterEach
    void stop() {
        mayEnd.release(1000);
        poll.stop();
    }

    @Test
    void looksAtOnceWhenItStarts() throws Exception {
        poll.start();

        assertThat(nextLook()).isEqualTo(Cause.POLL);
    }

    @Test
    void looksAgainAfterTheInterval() throws Exception {
        poll = pollEvery(Duration.ofMillis(10));
        mayEnd.release(1000);
        poll.start();

        assertThat(nextLook()).isEqualTo(Cause.POLL);
        assertThat(nextLook()).isEqualTo(Cause.POLL);
        assertThat(nextLook()).isEqualTo(Cause.POLL);
    }

    @Test
    void looksOnceMoreForAllHintsThatCameDuringALook() throws Exception {
        poll.start();
        nextLook();
        for (int i = 0; i < 50; i++) {
            poll.hint();
        }

        mayEnd.release(2);

        assertThat(nextLook()).isEqualTo(Cause.HINT);
        assertThat(begun.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void looksForAHintThatCameWhileNothingElseHappened() throws Exception {
        mayEnd.release(1000);
        poll.start();
        nextLook();

        poll.hint();
        assertThat(nextLook()).isEqualTo(Cause.HINT);
        poll.hint();
        assertThat(nextLook()).isEqualTo(Cause.HINT);
    }

    @Test
    void looksAgainAfterALookThatEndedInAnError() throws Exception {
        errors.add(new OutOfMemoryError("made up"));
        mayEnd.release(1000);
        poll.start();

        assertThat(nextLook()).isEqualTo(Cause.POLL);
        assertThat(nextLook()).isEqualTo(Cause.POLL);
    }

    @Test
    void looksNoMoreOnceItHasStopped() throws Exception {
        mayEnd.release(1000);
        poll.start();
        nextLook();

        poll.stop();
        begun.clear();
        poll.hint();

        assertThat(begun.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private Cause nextLook() throws InterruptedException {
        return Optional.ofNullable(begun.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private SnapshotPoll pollEvery(Duration interval) {
        NodeRefresh refresh = mock(NodeRefresh.class);
        doAnswer(call -> {
                    begun.add(call.getArgument(0));
                    Error error = errors.poll();
                    if (error != null) {
                        throw error;
                    }
                    return mayEnd.tryAcquire(1, TimeUnit.MINUTES);
                })
                .when(refresh)
                .look(any());
        return new SnapshotPoll(refresh, mock(Nodes.class), new RefreshSettings(interval, true, ""));
    }
}
