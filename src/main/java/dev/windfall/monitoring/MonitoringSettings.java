package dev.windfall.monitoring;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param interval how often the meters are read, and with them what the dashboard shows; no longer than its steps
/// @param watchers how many may watch the dashboard of a node at the same time
@Validated
@ConfigurationProperties("windfall.monitoring")
record MonitoringSettings(
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 10)
        Duration interval,

        @Positive @DefaultValue("20") int watchers) {}
