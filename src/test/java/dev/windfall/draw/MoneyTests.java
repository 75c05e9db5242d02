package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource({"25, EUR, 25.00", "1035.2, BRL, 1035.20", "2500, JPY, 2500", "2500.0, JPY, 2500", "1.5, KWD, 1.500"})
    void hasTheDecimalsOfItsCurrency(String amount, String currency, String plain) {
        assertThat(Money.of(amount, currency).plainAmount()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"0.001, EUR", "0.5, JPY", "-0.01, EUR", "1000000000000000, EUR"})
    void refusesWhatCannotBePaid(String amount, String currency) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(amount, currency));
    }

    @Test
    void addsUpWithinOneCurrency() {
        assertThat(Money.of("0.10", "EUR").plus(Money.of("0.20", "EUR"))).isEqualTo(Money.of("0.3", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "GBP")));
    }
}
