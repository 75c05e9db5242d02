package dev.windfall.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class SignInHealthIndicatorTests {

    private final SessionLab lab = new SessionLab(new MemorySessionRepository());
    private final SignInHealthIndicator indicator = new SignInHealthIndicator(lab.sessions());

    @Test
    void isOutOfServiceUntilSessionsAreKnown() {
        assertThat(indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        lab.poll.poll();

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }
}
