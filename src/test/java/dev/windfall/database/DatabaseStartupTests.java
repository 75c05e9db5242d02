package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartupTests {

    private static final Attempt CONNECTED = new Attempt.Connected("18.6");
    private static final Attempt UNREACHABLE = new Attempt.Unreachable("nobody there");
    private static final Attempt REFUSED = new Attempt.Refused("Nobody gets in.");

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private DatabaseStartup startup = external(CONNECTED);

    @AfterEach
    void stop() {
        startup.stop();
    }

    @Test
    void tellsOnceThatTheDatabaseIsReady() {
        startup.start();
        startup.stop();
        startup.start();

        assertThat(startup.ready()).isTrue();
        assertThat(events).containsExactly(new DatabaseReady());
    }

    @Test
    void tellsAgainWhenSomebodyWhoListensFails() {
        var told = new AtomicInteger();
        startup = new DatabaseStartup(false, inTurn(UNREACHABLE, CONNECTED, CONNECTED), event -> {
            if (told.incrementAndGet() == 1) {
                throw new IllegalStateException("the database went away again");
            }
        });
        startup.start();

        await().until(startup::ready);
        assertThat(told).hasValue(2);
    }

    @Test
    void endsTheStartWhenTheServerSaysNo() {
        startup = external(REFUSED);

        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(startup::start)
                .withMessage("Nobody gets in.");
    }

    @Test
    void startsWithoutAServerThatCannotBeReached() {
        startup = external(UNREACHABLE, CONNECTED);
        startup.start();

        assertThat(startup.ready()).isFalse();
        await().until(startup::ready);
        await().untilAsserted(() -> assertThat(events).containsExactly(new DatabaseReady()));
    }

    @Test
    void isPatientWithTheEmbeddedServer() {
        startup = new DatabaseStartup(true, inTurn(UNREACHABLE, UNREACHABLE, CONNECTED), events::add);
        startup.start();

        assertThat(startup.ready()).isTrue();
    }

    @Test
    void startsWithoutAnEmbeddedServerThatNeverAnswers() {
        startup = new DatabaseStartup(true, () -> UNREACHABLE, events::add);
        startup.start();

        assertThat(startup.ready()).isFalse();
        assertThat(startup.isTrying()).isTrue();
    }

    @Test
    void goesOnTryingAfterAFailureThatNobodyExpects(CapturedOutput output) {
        var turn = new AtomicInteger();
        Supplier<Attempt> attempts = () -> switch (turn.getAndIncrement()) {
            case 0 -> UNREACHABLE;
            case 1, 2 -> throw new IllegalStateException("a bug");
            default -> CONNECTED;
        };
        startup = new DatabaseStartup(false, attempts, events::add);
        startup.start();

        await().until(startup::ready);
        assertThat(output.getOut()).containsOnlyOnce("a bug");
    }

    @Test
    void logsChangesAlone(CapturedOutput output) {
        startup = external(UNREACHABLE, UNREACHABLE, REFUSED, REFUSED, CONNECTED);
        startup.start();

        await().until(startup::ready);
        assertThat(output.getOut()).containsOnlyOnce("nobody there").containsOnlyOnce("Nobody gets in.");
    }

    @Test
    void stopsTryingWithTheProgram() {
        startup = external(UNREACHABLE, UNREACHABLE);
        startup.start();
        startup.stop();

        await().until(() -> !startup.isTrying());
    }

    private DatabaseStartup external(Attempt... attempts) {
        return new DatabaseStartup(false, inTurn(attempts), events::add);
    }

    private static Supplier<Attempt> inTurn(Attempt... attempts) {
        return List.of(attempts).iterator()::next;
    }
}
