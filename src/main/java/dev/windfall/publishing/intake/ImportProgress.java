package dev.windfall.publishing.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far an import has come. The thread that imports tells, others ask.
///
/// What remains is estimated from what was: prizes are read at the rate so far, and to check and store them takes as
/// long, in proportion, as it took for the draws before; for the first draw, as long as reading it.
public final class ImportProgress {

    private final Clock clock;

    private ImportStage stage = ImportStage.WAITING;
    private Instant stageStart;
    private String drawNumber = "";
    private long expected;
    private long ended;
    private long read;
    private Duration reading = Duration.ZERO;
    private Duration storing = Duration.ZERO;
    private double storingPerReading = 1;

    public ImportProgress(Clock clock) {
        this.clock = clock;
        this.stageStart = clock.instant();
    }

    /// @param prizes how many there will be over all draws
    synchronized void expect(long prizes) {
        expected = prizes;
    }

    /// @param drawNumber whose winners are read from now on
    synchronized void begin(String drawNumber) {
        enter(ImportStage.READING);
        this.drawNumber = drawNumber;
    }

    synchronized void addRead(int prizes) {
        read += prizes;
    }

    /// @param next what the draw is in from now on, after [ImportStage#READING]
    synchronized void enter(ImportStage next) {
        reading = timeReading();
        storing = timeStoring();
        stageStart = clock.instant();
        stage = next;
    }

    /// The draw is in, or refused, perhaps before all of it was read.
    ///
    /// @param prizes how many it was expected to have
    synchronized void end(int prizes) {
        enter(ImportStage.READING);
        ended += prizes;
        read = ended;
        if (reading.isPositive()) {
            storingPerReading = (double) storing.toNanos() / reading.toNanos();
        }
    }

    public synchronized State state() {
        return new State(stage, drawNumber, read, expected, perSecond(), timeLeft());
    }

    private long perSecond() {
        long ms = timeReading().toMillis();
        return ms == 0 ? 0 : read * 1_000 / ms;
    }

    private Optional<Duration> timeLeft() {
        double msPerPrize = (double) timeReading().toMillis() / Math.max(1, read);
        if (msPerPrize == 0) {
            return Optional.empty();
        }
        double readingLeft = msPerPrize * Math.max(0, expected - read);
        double storingLeft =
                msPerPrize * expected * storingPerReading - timeStoring().toMillis();
        return Optional.of(Duration.ofMillis((long) (readingLeft + Math.max(0, storingLeft))));
    }

    private Duration timeReading() {
        return stage == ImportStage.READING ? reading.plus(sinceStageStart()) : reading;
    }

    private Duration timeStoring() {
        boolean isStoring = stage == ImportStage.CHECKING || stage == ImportStage.WRITING;
        return isStoring ? storing.plus(sinceStageStart()) : storing;
    }

    private Duration sinceStageStart() {
        return Duration.between(stageStart, clock.instant());
    }

    /// @param drawNumber empty before the first draw
    /// @param prizes read so far
    /// @param expected how many there are in all
    /// @param perSecond prizes read a second, over the time spent on reading
    /// @param timeLeft until all draws are in; empty as long as nobody can know
    public record State(
            ImportStage stage,
            String drawNumber,
            long prizes,
            long expected,
            long perSecond,
            Optional<Duration> timeLeft) {}
}
