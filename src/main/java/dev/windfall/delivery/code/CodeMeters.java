package dev.windfall.delivery.code;

import dev.windfall.draw.LotteryCalendar;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/// How well the node knows what carriers mean.
@Component
class CodeMeters implements MeterBinder {

    private static final double UNKNOWN = Double.NaN;

    private final StatusCodes codes;
    private final LotteryCalendar calendar;

    CodeMeters(StatusCodes codes, LotteryCalendar calendar) {
        this.codes = codes;
        this.calendar = calendar;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String carrier : codes.carriers()) {
            Gauge.builder("windfall.delivery.codes.age", codes, figure(carrier, this::ageSeconds))
                    .description("How long ago the carrier's status codes were asked for; none if they never were")
                    .baseUnit("seconds")
                    .tag("carrier", carrier)
                    .register(meters);
            Gauge.builder("windfall.delivery.codes.known", codes, figure(carrier, CodeLists::size))
                    .description("Status codes of the carrier that are of interest to winners")
                    .tag("carrier", carrier)
                    .register(meters);
            Gauge.builder(
                            "windfall.delivery.codes.conflicts",
                            codes,
                            figure(carrier, lists -> lists.conflicts().size()))
                    .description("Status codes of the carrier that are on two lists")
                    .tag("carrier", carrier)
                    .register(meters);
        }
    }

    private static ToDoubleFunction<StatusCodes> figure(String carrier, ToDoubleFunction<CodeLists> figure) {
        return codes -> codes.of(carrier).map(figure::applyAsDouble).orElse(UNKNOWN);
    }

    private double ageSeconds(CodeLists lists) {
        return Duration.between(lists.asOf(), calendar.now()).toMillis() / 1e3;
    }
}
