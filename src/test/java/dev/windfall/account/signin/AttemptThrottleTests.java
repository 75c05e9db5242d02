package dev.windfall.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.SettableClock;
import dev.windfall.account.session.SessionLab;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// With 3 attempts for an account and 5 for a network in 15 minutes.
class AttemptThrottleTests {

    private final SettableClock clock = new SettableClock();
    private final AttemptThrottle throttle = new AttemptThrottle(SessionLab.settings(), clock);

    @Test
    void saysHowLongToWait() {
        admit(3, "a", "net");

        assertThat(throttle.admit(stranger("a", "net"))).contains(Duration.ofMinutes(5));
    }

    @Test
    void stopsAttemptsAtOneAccountFromManyNetworks() {
        admit(1, "a", "one");
        admit(1, "a", "two");
        admit(1, "a", "three");

        assertThat(throttle.admit(stranger("a", "four"))).isPresent();
    }

    @Test
    void stopsAttemptsAtManyAccountsFromOneNetwork() {
        for (int i = 0; i < 5; i++) {
            admit(1, "account " + i, "net");
        }

        assertThat(throttle.admit(stranger("another", "net"))).isPresent();
        assertThat(throttle.admit(stranger("another", "elsewhere"))).isEmpty();
    }

    @Test
    void usesUpNoAccountForANetworkThatIsStopped() {
        for (int i = 0; i < 5; i++) {
            admit(1, "account " + i, "net");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.admit(stranger("victim", "net"))).isPresent();
        }

        admit(3, "victim", "elsewhere");
    }

    @Test
    void takesBackWhatIsForgiven() {
        for (int i = 0; i < 10; i++) {
            admit(1, "a", "net");
            throttle.forgive(stranger("a", "net"));
        }
    }

    @Test
    void admitsOneMoreAfterItsShareOfThePeriod() {
        admit(3, "a", "net");
        clock.advance(Duration.ofMinutes(5));

        admit(1, "a", "net");
        assertThat(throttle.admit(stranger("a", "net"))).isPresent();
    }

    private void admit(int times, String account, String network) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.admit(stranger(account, network))).isEmpty();
        }
    }

    private static AttemptOrigin stranger(String account, String network) {
        return new AttemptOrigin.Stranger(account, network);
    }
}
