package dev.windfall.prizes;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param staleAfter how long the database may not have confirmed what is shown before pages say as of when it is
/// @param earlierMemory what the draws before the last three periods may take of the heap
@Validated
@ConfigurationProperties("windfall.prizes")
record PrizesSettings(
        @DefaultValue("1m") @DurationMin(seconds = 1) Duration staleAfter,
        @DefaultValue("64MB") @NotNull DataSize earlierMemory) {}
