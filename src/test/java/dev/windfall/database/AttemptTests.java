package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTests {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void triesAgainWhenTheServerMayComeRound(String state) {
        assertThat(Attempt.failed(new SQLException("no", state), "look")).contains(new Attempt.Unreachable("no"));
    }

    @Test
    void triesAgainWhenThePoolWaitedInVain() {
        assertThat(Attempt.failed(new SQLTransientConnectionException("timed out"), "look"))
                .contains(new Attempt.Unreachable("timed out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28000", "28P01", "08004"})
    void givesUpWhenTheServerDoesNotLetItIn(String state) {
        assertThat(Attempt.failed(new SQLException("no", state), "look there"))
                .contains(new Attempt.Refused("The database does not let Windfall in (no): look there."));
    }

    @Test
    void looksForTheServersOwnAnswerAmongTheCauses() {
        var answer = new SQLException("the reason\nin many lines", "28P01");
        var failure = new IllegalStateException(new SQLTransientConnectionException("pool", "08001", answer));
        assertThat(Attempt.failed(failure, "look"))
                .contains(new Attempt.Refused("The database does not let Windfall in (the reason): look."));
    }

    @Test
    void makesNothingOfAFailureThatNobodyExpects() {
        assertThat(Attempt.failed(new SQLException("syntax", "42601"), "look")).isEmpty();
        assertThat(Attempt.failed(new IllegalStateException("bug"), "look")).isEmpty();
    }
}
