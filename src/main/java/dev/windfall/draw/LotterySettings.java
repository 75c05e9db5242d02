package dev.windfall.draw;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose draws these are.
///
/// @param name as subscribers know the lottery
/// @param timeZone where its months begin and end
/// @param drawDays the days of the week on which it draws; none as long as pages shall not say when the next draw is
/// @param rehearsalDate the day that the program shall take for today when it starts, for rehearsals on past draws;
///     unset in production
@Validated
@ConfigurationProperties("windfall.lottery")
public record LotterySettings(
        @DefaultValue("Windfall Lottery") @NotBlank String name,
        @DefaultValue("Europe/Amsterdam") @NotNull ZoneId timeZone,
        @DefaultValue Set<DayOfWeek> drawDays,
        @Nullable LocalDate rehearsalDate) {}
