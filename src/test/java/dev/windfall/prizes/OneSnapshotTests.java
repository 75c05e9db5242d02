package dev.windfall.prizes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.SubscriptionPeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneSnapshotTests {

    private final AlternatingSnapshots snapshots = new AlternatingSnapshots();

    @AfterEach
    void lookedOnce() {
        snapshots.verifyLookedOnce();
    }

    @Test
    void answersASubscriberFromOneSnapshot() {
        SubscriberPrizes answer = snapshots.service().prizesOf(7);

        assertThat(answer.dataVersion()).isEqualTo(1);
        assertThat(answer.periods().getFirst().draws()).hasSize(1);
    }

    @Test
    void answersForAMonthFromOneSnapshot() {
        assertThat(snapshots.service().prizesOf(7, new SubscriptionPeriod(202611)))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.dataVersion()).isEqualTo(1);
                    assertThat(answer.periods().getFirst().draws()).hasSize(1);
                });
    }
}
