package dev.windfall.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How sign-in works here.
///
/// @param sessionLifetime how long a sign-in counts; the same on all nodes
/// @param pollInterval how often a node asks which sign-ins ended elsewhere
/// @param deviceLifetime how long a device is remembered as one that its owner signed in from
/// @param hashesAtOnce how many passwords are hashed at the same time, of 19 MiB each
@Validated
@ConfigurationProperties("windfall.account")
public record AccountSettings(
        @DefaultValue("12h") @DurationMin(minutes = 1) Duration sessionLifetime,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration pollInterval,
        @DefaultValue("365d") @DurationMin(days = 1) Duration deviceLifetime,
        @DefaultValue("4") @Positive int hashesAtOnce,
        @DefaultValue @NotNull @Valid Attempts attempts) {

    /// How many wrong passwords are let through in a while. Right ones don't count.
    ///
    /// @param perAccount for one account from unknown devices, and for each known device
    /// @param perAddress for one network address, behind which many subscribers may sit
    /// @param period after which all of them may be tried anew
    /// @param remembered how many accounts, addresses and devices a node counts attempts for
    public record Attempts(
            @DefaultValue("10") @Positive int perAccount,
            @DefaultValue("100") @Positive int perAddress,
            @DefaultValue("15m") @DurationMin(seconds = 1) Duration period,
            @DefaultValue("100000") @Positive int remembered) {}
}
