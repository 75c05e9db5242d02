package dev.windfall.refresh;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param interval how long after one look at the database the next one follows
/// @param listen whether a connection is kept open to hear of changes earlier than by the next look
/// @param nodeName by which staff recognise the node; empty for its host and port
@Validated
@ConfigurationProperties("windfall.refresh")
record RefreshSettings(
        @DefaultValue("5s") @DurationMin(millis = 10) Duration interval,
        @DefaultValue("true") boolean listen,
        @DefaultValue("") @Size(max = 200) String nodeName) {

    private static final Duration ALLOWANCE = Duration.ofSeconds(5);

    /// How long after a report the next one must have come, with some allowance for a load or a busy machine.
    Duration overdueAfter() {
        return interval.multipliedBy(2).plus(ALLOWANCE);
    }
}
