package dev.windfall.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.AccountKey;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownDevicesTests {

    private static final AccountKey OWNER = new AccountKey.Subscriber(1);

    private final SessionLab lab = new SessionLab();
    private final UUID device = UUID.randomUUID();

    @Test
    void knowsADeviceAgain() {
        assertThat(lab.devices().ofCookie(cookie(), OWNER)).contains(device);
    }

    @Test
    void knowsADeviceForItsOwnersAccountOnly() {
        assertThat(lab.devices().ofCookie(cookie(), new AccountKey.Subscriber(2)))
                .isEmpty();
    }

    @Test
    void takesNoSessionForADevice() {
        var session = lab.sessions().begin(SessionLab.subscriber(1));

        assertThat(lab.devices().ofCookie(lab.sessions().toCookie(session), OWNER))
                .isEmpty();
    }

    @Test
    void forgetsADeviceAfterAYear() {
        var cookie = cookie();

        lab.clock.advance(Duration.ofDays(366));

        assertThat(lab.devices().ofCookie(cookie, OWNER)).isEmpty();
    }

    private String cookie() {
        return lab.devices().toCookie(device, OWNER);
    }
}
