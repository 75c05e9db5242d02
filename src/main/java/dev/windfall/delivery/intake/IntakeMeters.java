package dev.windfall.delivery.intake;

import static dev.windfall.measure.Measuring.carefully;

import dev.windfall.delivery.intake.Intake.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Counts what carriers send. Labels are carriers' names as they are set, and what became of things.
@Component
class IntakeMeters {

    /// Who has no name here.
    static final String UNKNOWN = "unknown";

    private final MeterRegistry meters;

    IntakeMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters.getIfAvailable(CompositeMeterRegistry::new);
    }

    void taken(String carrier, Receipt receipt) {
        carefully(() -> {
            requests(carrier, "taken").increment();
            updates(carrier, "stored").increment(receipt.stored());
            updates(carrier, "duplicate").increment(receipt.duplicates());
            updates(carrier, "dropped").increment(receipt.dropped());
        });
    }

    void refused(String carrier, Refusal refusal) {
        carefully(() -> requests(carrier, refusal.key()).increment());
    }

    private Counter requests(String carrier, String outcome) {
        return Counter.builder("windfall.delivery.requests")
                .description("Requests of carriers, by what became of them")
                .tags("carrier", carrier, "outcome", outcome)
                .register(meters);
    }

    private Counter updates(String carrier, String outcome) {
        return Counter.builder("windfall.delivery.updates")
                .description("Status updates of carriers: stored, known before, or of no interest and dropped")
                .tags("carrier", carrier, "outcome", outcome)
                .register(meters);
    }
}
