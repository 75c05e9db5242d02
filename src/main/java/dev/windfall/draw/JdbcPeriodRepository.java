package dev.windfall.draw;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeriodRepository implements PeriodRepository {

    private final JdbcClient jdbc;

    JdbcPeriodRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SubscriptionPeriod> lastPeriods(SubscriptionPeriod current, int count) {
        return jdbc.sql("""
                        select id
                          from subscription_periods
                          where id <= :current
                          order by id desc
                          limit :count
                        """)
                .param("current", current.id())
                .param("count", count)
                .query((row, number) -> new SubscriptionPeriod(row.getInt("id")))
                .list();
    }

    /// Fills gaps as well: a month without a draw is a period all the same.
    @Override
    public void open(SubscriptionPeriod from, SubscriptionPeriod current) {
        jdbc.sql("""
                        insert into subscription_periods (id)
                        select cast(to_char(month, 'yyyymm') as integer)
                          from generate_series(
                            (select cast(to_date(cast(least(:from, min(id)) as text), 'yyyymm') as timestamp)
                               from subscription_periods),
                            cast(to_date(cast(:current as text), 'yyyymm') as timestamp),
                            interval '1 month') month
                        on conflict do nothing
                        """).param("from", from.id()).param("current", current.id()).update();
    }
}
