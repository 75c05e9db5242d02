package dev.windfall.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of the embedded database. Where `SPRING_DATASOURCE_URL` names another one, they mean nothing.
///
/// @param dataDir where it lives (`WINDFALL_DATA_DIR`); relative to the working directory
@Validated
@ConfigurationProperties("windfall")
record DatabaseSettings(
        @DefaultValue("data") Path dataDir,
        @DefaultValue @Valid Server database) {

    /// @param port that it listens on, on the loopback interface alone (`WINDFALL_DATABASE_PORT`)
    record Server(
            @DefaultValue("15432") @Min(1) @Max(65_535) int port) {}
}
