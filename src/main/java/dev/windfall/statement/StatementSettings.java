package dev.windfall.statement;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param slowAfter what takes longer is told in the log and counted as slow
/// @param repeatedAfter what a single request asks more often is told in the log and counted as repeated
@Validated
@ConfigurationProperties("windfall.statements")
record StatementSettings(
        @DurationMin(millis = 1) @DefaultValue("500ms") Duration slowAfter,
        @Positive @DefaultValue("10") int repeatedAfter) {

    static final StatementSettings DEFAULT = new StatementSettings(Duration.ofMillis(500), 10);
}
