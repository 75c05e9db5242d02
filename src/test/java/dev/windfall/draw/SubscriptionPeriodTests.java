package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionPeriodTests {

    @Test
    void isIdentifiedByItsMonth() {
        assertThat(SubscriptionPeriod.of(LocalDate.of(2026, 11, 30)).id()).isEqualTo(202611);
        assertThat(new SubscriptionPeriod(202601).month()).isEqualTo(YearMonth.of(2026, 1));
    }

    @Test
    void isOrderedByTimeOverTheTurnOfTheYear() {
        var december = new SubscriptionPeriod(202612);

        assertThat(december.plusMonths(1))
                .isEqualTo(new SubscriptionPeriod(202701))
                .isGreaterThan(december);
        assertThat(december.plusMonths(-12)).isEqualTo(new SubscriptionPeriod(202512));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 202600, 202613, 2026, 20261101, -202611})
    void refusesWhatIsNoMonth(int id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SubscriptionPeriod(id));
    }
}
