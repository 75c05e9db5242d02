package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TurnsTests {

    private final Turns turns = new Turns(Duration.ofMillis(1));
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void goOnWhateverBecomesOfOne() {
        Deque<Runnable> mishaps = new ArrayDeque<>(List.of(
                () -> {
                    throw new StackOverflowError("made up");
                },
                () -> {
                    throw new IllegalStateException("made up");
                },
                () -> {
                    throw new NoClassDefFoundError("made up");
                }));

        turns.takeWhile(() -> taken.get() < 5, () -> {
            taken.incrementAndGet();
            if (!mishaps.isEmpty()) {
                mishaps.pop().run();
            }
        });

        assertThat(taken).hasValue(5);
    }

    @Test
    void tellOnceOfATroubleThatLasts(CapturedOutput output) {
        turns.takeWhile(() -> taken.get() < 6, () -> {
            if (taken.incrementAndGet() != 3) {
                throw new IllegalStateException("the trouble made up");
            }
        });

        assertThat(output.getOut().split("IllegalStateException: the trouble made up", -1))
                .as("before it was over, and when it came back")
                .hasSize(3);
    }

    @Test
    void endWhenTheirThreadIsInterrupted() {
        turns.takeWhile(() -> true, () -> {
            throw new InterruptedException("made up");
        });

        assertThat(Thread.interrupted()).isTrue();
    }
}
