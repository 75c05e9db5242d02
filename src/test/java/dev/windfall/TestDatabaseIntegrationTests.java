package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIntegrationTests {

    @Test
    void keepsItsSessionsInAnotherTimeZoneThanTheJvm() {
        var zone = JdbcClient.create(TestDatabase.create())
                .sql("show timezone")
                .query(String.class)
                .single();
        assertThat(zone)
                .isEqualTo("America/Noronha")
                .isNotEqualTo(ZoneId.systemDefault().getId());
    }
}
