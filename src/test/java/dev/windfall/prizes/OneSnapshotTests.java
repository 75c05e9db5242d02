package dev.windfall.prizes;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.ui.ExtendedModelMap;
import org.thymeleaf.TemplateEngine;

/// Between any two looks, another state has come. Whoever looked twice for one answer would mix them.
class OneSnapshotTests {

    private static final SignedIn.Subscriber SUBSCRIBER =
            new SignedIn.Subscriber(7, "Seven", new SubscriptionTerm.None());

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);
    private final Snapshots snapshots = mock(Snapshots.class);
    private final ExtendedModelMap model = new ExtendedModelMap();

    private final SharedRows rows = new SharedRows(new TemplateEngine(), new PrizeFormat(new StaticMessageSource()));

    @BeforeEach
    void publishWhenever() {
        Snapshots real = lottery.snapshots();
        lottery.publish(1, "1", "2026-11-07", winners().add(7, 0));
        Snapshot first = real.refresh();
        lottery.publish(2, "2", "2026-11-14", winners().add(7, 1));
        Snapshot second = real.refresh();
        when(snapshots.current()).thenReturn(first, second);
    }

    @AfterEach
    void lookedOnce() {
        verify(snapshots, times(1)).current();
        verifyNoMoreInteractions(snapshots);
    }

    @Test
    void answersTheApiFromOneSnapshot() {
        var answer = new PrizesApi(new PrizesService(snapshots)).prizes(SUBSCRIBER);

        assertThat(answer.dataVersion()).isEqualTo(1);
        assertThat(answer.periods().getFirst().draws()).hasSize(1);
    }

    @Test
    void showsPrizesFromOneSnapshot() {
        var settings = new PrizesSettings(Duration.ofMinutes(1));

        new PrizesController(new PrizesService(snapshots), settings, lottery.calendar(), rows).show(SUBSCRIBER, model);

        assertThat(model.get("prizes"))
                .isInstanceOfSatisfying(
                        SubscriberPrizes.class,
                        prizes -> assertThat(prizes.dataVersion()).isEqualTo(1));
    }

    @Test
    void listsDrawsFromOneSnapshot() {
        new DrawsController(snapshots, rows).list(model);

        assertThat(model.get("periods"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void showsADrawFromOneSnapshot() {
        assertThat(new DrawsController(snapshots, rows).show(1, model)).isEqualTo("prizes/draw");
    }
}
