package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVersionTests {

    @Test
    void acceptsTheOldestVersionAndAllNewerOnes() {
        assertThat(new ServerVersion(15, "15.0").refusal()).isEmpty();
        assertThat(new ServerVersion(19, "19beta1").refusal()).isEmpty();
    }

    @Test
    void refusesAnOlderOne() {
        assertThat(new ServerVersion(14, "14.19 (Debian 14.19-1)").refusal())
                .contains(new Attempt.Refused("Windfall needs PostgreSQL 15 or newer,"
                        + " and the database is a PostgreSQL 14.19 (Debian 14.19-1)."));
    }
}
