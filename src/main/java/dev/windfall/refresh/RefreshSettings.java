package dev.windfall.refresh;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param interval how long after one look at the database the next one follows
@Validated
@ConfigurationProperties("windfall.refresh")
record RefreshSettings(
        @DefaultValue("5s") @DurationMin(millis = 10) Duration interval) {}
