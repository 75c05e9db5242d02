package dev.windfall.account.session;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// A node is ready once it knows who is signed in, and stays so when the database goes away.
@Component("signInHealthIndicator")
class SignInHealthIndicator implements HealthIndicator {

    private final Sessions sessions;

    SignInHealthIndicator(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Health health() {
        return (sessions.areKnown() ? Health.up() : Health.outOfService()).build();
    }
}
