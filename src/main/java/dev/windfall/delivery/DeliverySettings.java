package dev.windfall.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// With whom item prizes travel. Without a carrier, or without the service that explains their codes, none does.
///
/// @param codeService where the service is that knows the carriers' status codes; unset where there is none
/// @param carriers those that may post updates, by the names that their addresses and the code service have for them
/// @param codesRefreshedAfter how old a carrier's lists of codes may become before they are asked for again
/// @param codesTimeout how long the code service may take for one answer
/// @param maxRequestSize the largest request of a carrier
/// @param clockTolerance how far the time of a carrier's signature may be from ours
@Validated
@ConfigurationProperties("windfall.delivery")
public record DeliverySettings(
        @Nullable URI codeService,
        @DefaultValue Map<@Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String, @Valid CarrierSettings> carriers,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration codesRefreshedAfter,
        @DefaultValue("2s") @DurationMin(millis = 10) Duration codesTimeout,
        @DefaultValue("8MB") @NotNull DataSize maxRequestSize,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration clockTolerance) {

    /// @param secrets by any of which the carrier may sign, so that one can take the place of another without a gap:
    ///     `whsec_` and 24 to 64 bytes in Base64
    public record CarrierSettings(
            @NotEmpty List<@Pattern(regexp = "whsec_[A-Za-z0-9+/]{32,86}={0,2}") String> secrets) {

        /// Without the secrets.
        @Override
        public String toString() {
            return "%d secrets".formatted(secrets.size());
        }
    }

    /// Carriers' codes are explained by somebody.
    @AssertTrue(message = "windfall.delivery.code-service is needed where there are windfall.delivery.carriers")
    boolean isExplained() {
        return carriers.isEmpty() || codeService != null;
    }
}
