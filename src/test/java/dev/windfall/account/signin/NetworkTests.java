package dev.windfall.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:203:4:5:6:7, 20010db8000102/56",
        "2001:db8:1:2ff:ffff::1, 20010db8000102/56",
        "2001:db8:1:300::1, 20010db8000103/56",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unknown, unknown"
    })
    void isWhatACustomerCannotChangeAtWill(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
