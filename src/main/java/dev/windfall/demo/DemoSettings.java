package dev.windfall.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param demo whether there is a demo lottery (`WINDFALL_DEMO`); unset, there is one in the embedded database only
/// @param demoStatusCodes a table of carriers' status codes, as CSV; unset, or missing, the demo makes a carrier up
///     (`WINDFALL_DEMO_STATUS_CODES`)
/// @param demoSubscribers how many subscribers it has, by numbers from 1 (`WINDFALL_DEMO_SUBSCRIBERS`)
@Validated
@ConfigurationProperties("windfall")
record DemoSettings(
        @Nullable Boolean demo,
        @Nullable Path demoStatusCodes,
        @DefaultValue("10000") @Min(1) @Max(10_000_000) int demoSubscribers) {}
