package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeyTests {

    @ParameterizedTest
    @CsvSource({"42, subscriber:42", "0042, subscriber:42", "2147483647, subscriber:2147483647", "admin, staff:admin"})
    void takesDigitsForASubscribersNumber(String typed, String key) {
        assertThat(AccountKey.typed(typed)).map(AccountKey::value).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "2147483648", "99999999999999999999", "-1", "+1", "٤٢", "4 2", "Admin", "a\0", "ä"})
    void takesImpossibleNamesForNobody(String typed) {
        assertThat(AccountKey.typed(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriber:42", "staff:admin", "staff:a.b-c_9"})
    void readsItsOwnValue(String value) {
        assertThat(AccountKey.of(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "subscriber:admin", "staff:42", "subscriber:042", "other:42"})
    void readsNoOtherValue(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccountKey.of(value));
    }

    @Test
    void isTheKeyThatTheCookieNames() {
        assertThat(new AccountKey.Subscriber(42).value())
                .isEqualTo(new SignedIn.Subscriber(42, "Ada", new SubscriptionTerm.None()).account());
        assertThat(new AccountKey.Staff("clerk").value()).isEqualTo(new SignedIn.Staff("clerk", "Clara").account());
    }
}
