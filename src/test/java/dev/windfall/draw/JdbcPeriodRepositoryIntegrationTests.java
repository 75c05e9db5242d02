package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPeriodRepositoryIntegrationTests {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
    private final JdbcPeriodRepository repository = new JdbcPeriodRepository(jdbc);

    @Test
    void opensTheFirstPeriodOfAll() {
        repository.open(period(202608), period(202608));

        assertThat(last(202608)).containsExactly(period(202608));
    }

    @Test
    void opensEveryMonthBetweenOverTheTurnOfTheYear() {
        repository.open(period(202511), period(202602));

        assertThat(last(202602)).containsExactly(period(202602), period(202601), period(202512));
    }

    @Test
    void fillsTheMonthsThatNobodyOpened() {
        repository.open(period(202605), period(202605));

        repository.open(period(202608), period(202608));

        assertThat(last(202608)).containsExactly(period(202608), period(202607), period(202606));
    }

    @Test
    void opensEarlierPeriodsToo() {
        repository.open(period(202608), period(202608));

        repository.open(period(202606), period(202608));

        assertThat(last(202608)).containsExactly(period(202608), period(202607), period(202606));
    }

    @Test
    void leavesPeriodsThatExistAlone() {
        repository.open(period(202606), period(202608));

        repository.open(period(202606), period(202608));

        assertThat(last(202608)).hasSize(3);
    }

    @Test
    void isNotPushedOutOfABegunPeriodByMonthsSoldInAdvance() {
        repository.open(period(202606), period(202608));
        jdbc.sql("insert into subscribers (id, name) values (1, 'Ada')").update();
        jdbc.sql("insert into subscriptions (subscriber_id, first_period_id, months) values (1, 209901, 12)")
                .update();

        var periodsOfTheObviousQuery = jdbc.sql("select id from subscription_periods order by id desc limit 3")
                .query(Integer.class)
                .list();

        assertThat(periodsOfTheObviousQuery).containsExactly(202608, 202607, 202606);
        assertThat(last(202608)).containsExactly(period(202608), period(202607), period(202606));
    }

    private List<SubscriptionPeriod> last(int current) {
        return repository.lastPeriods(period(current), 3);
    }

    private static SubscriptionPeriod period(int id) {
        return new SubscriptionPeriod(id);
    }
}
