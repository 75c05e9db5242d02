package dev.windfall.web;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param drain how long a node that is told to end goes on serving while it says that it isn't ready: at least as
///     long as the load balancer takes to notice
@Validated
@ConfigurationProperties("windfall.shutdown")
record ShutdownSettings(
        @DefaultValue("3s") @DurationMin @DurationMax(minutes = 1)
        Duration drain) {}
