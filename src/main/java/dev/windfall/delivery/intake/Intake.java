package dev.windfall.delivery.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.delivery.Carriers;
import dev.windfall.delivery.DeliverySettings;
import dev.windfall.delivery.DeliverySettings.CarrierSettings;
import dev.windfall.delivery.code.CodeLists;
import dev.windfall.delivery.code.StatusCodes;
import dev.windfall.delivery.intake.UpdateReader.Updates;
import dev.windfall.draw.LotteryCalendar;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/// Takes carriers' requests. Only updates that winners want to know get as far as the database.
@Service
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /// So many of the largest requests there is memory for, and so many are stored at once.
    private static final int AT_ONCE = 16;

    /// For all of one body.
    private static final Duration BODY = Duration.ofSeconds(10);

    /// With which a request that is read waits for those before it.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long MAX_REMEMBERED = 100_000;

    private final Carriers carriers;
    private final DeliverySettings settings;
    private final StatusCodes codes;
    private final EventTable events;
    private final LotteryCalendar calendar;
    private final IntakeMeters meters;
    private final Duration repeatableFor;
    private final BodyRoom room;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /// Requests without anything of interest, which the database doesn't know of. To take one of them twice would do no
    /// harm, but be counted twice.
    private final Cache<ByteBuffer, Boolean> taken;

    Intake(
            Carriers carriers,
            DeliverySettings settings,
            StatusCodes codes,
            EventTable events,
            LotteryCalendar calendar,
            IntakeMeters meters) {
        this.carriers = carriers;
        this.settings = settings;
        this.codes = codes;
        this.events = events;
        this.calendar = calendar;
        this.meters = meters;
        this.room = new BodyRoom(
                DataSize.ofBytes(AT_ONCE * settings.maxRequestSize().toBytes()), BODY);
        // as long as a signature counts, which may be of a time before ours or after it
        this.repeatableFor = settings.clockTolerance().multipliedBy(2).plus(Duration.ofMinutes(1));
        this.taken = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(repeatableFor)
                .build();
    }

    /// What became of a request.
    ///
    /// @param received how many updates it had
    /// @param stored those that winners want to know, and that are new
    /// @param duplicates those that were known
    /// @param dropped those of no interest
    record Receipt(int received, int stored, int duplicates, int dropped) {}

    Receipt take(String carrier, CarrierRequest request) throws IntakeRefused {
        String known = carriers.carrier(carrier).isPresent() ? carrier : IntakeMeters.UNKNOWN;
        try {
            Receipt receipt = takeWhereThereIsRoom(carrier, request);
            meters.taken(known, receipt);
            return receipt;
        } catch (IntakeRefused e) {
            meters.refused(known, e.refusal());
            throw e;
        }
    }

    private Receipt takeWhereThereIsRoom(String carrier, CarrierRequest request) throws IntakeRefused {
        CarrierSettings sender =
                carriers.carrier(carrier).orElseThrow(() -> new IntakeRefused(Refusal.UNKNOWN_CARRIER));
        if (!request.isJson()) {
            throw new IntakeRefused(Refusal.NO_JSON);
        }
        Signature signature = request.signature().orElseThrow(() -> new IntakeRefused(Refusal.UNSIGNED));
        if (!signature.isOf(calendar.now(), settings.clockTolerance())) {
            throw new IntakeRefused(Refusal.OUT_OF_TIME);
        }
        CodeLists lists = codes.of(carrier).orElseThrow(() -> new IntakeRefused(Refusal.CODES_UNKNOWN));
        try (BodyRoom.Place place = room.place()) {
            byte[] body = request.body(settings.maxRequestSize(), place);
            byte[] proof = signature.proof(sender, body).orElseThrow(() -> new IntakeRefused(Refusal.FORGED));
            return inTurn(() -> store(carrier, proof, UpdateReader.read(body, lists, calendar.now())));
        }
    }

    @FunctionalInterface
    private interface Work {
        Receipt run() throws IntakeRefused;
    }

    /// Only requests of carriers come so far.
    private Receipt inTurn(Work work) throws IntakeRefused {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IntakeRefused(Refusal.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeRefused(Refusal.BUSY);
        }
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    private Receipt store(String carrier, byte[] proof, Updates updates) throws IntakeRefused {
        if (taken.getIfPresent(ByteBuffer.wrap(proof)) != null) {
            throw new IntakeRefused(Refusal.REPLAYED);
        }
        int interesting = updates.interesting().size();
        int stored = interesting == 0 ? 0 : events.store(carrier, proof, updates.interesting());
        taken.put(ByteBuffer.wrap(proof), true);
        return new Receipt(updates.received(), stored, interesting - stored, updates.received() - interesting);
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1h")
    void forgetWhatIsTooOldToBeRepeated() {
        try {
            events.forget(repeatableFor);
        } catch (DataAccessException e) {
            log.warn("Requests of carriers are forgotten an hour later: {}", e.getMessage());
        }
    }
}
