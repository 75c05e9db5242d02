package dev.windfall.refresh;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param interval how long after one look at the database the next one follows
@Validated
@ConfigurationProperties("windfall.refresh")
record RefreshSettings(@DefaultValue("5s") @NotNull Duration interval) {}
