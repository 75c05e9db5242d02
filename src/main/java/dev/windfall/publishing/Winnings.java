package dev.windfall.publishing;

import dev.windfall.draw.SubscriptionPeriod;
import java.sql.Types;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of prizes: one for each version of a draw, filled aside and attached to `winnings` by publication.
///
/// The names of tables are made of numbers only, here and nowhere else.
@Repository
public class Winnings {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Winnings(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /// Fills a version's table from the staged winners, in the order of subscriber numbers, and makes it ready to
    /// be attached: with the indexes that `winnings` has, and a constraint that spares attaching it a look at its
    /// rows.
    public void fill(VersionKey version, SubscriptionPeriod period) {
        String table = table(version.id());
        template.execute("create table %s (like winnings)".formatted(table));
        insert(table, version, period);
        template.execute("""
                alter table %1$s
                  add constraint %1$s_of_draw check (subscription_period_id = %2$d and draw_id = %3$d)
                """.formatted(table, period.id(), version.drawId()));
        template.execute("create index %1$s_subscriber_id on %1$s (subscriber_id)".formatted(table));
        template.execute("create index %1$s_winner_id on %1$s (winner_id)".formatted(table));
        template.execute("analyze " + table);
    }

    /// Ids are unique among all versions: the version above, the number of the row below. A winner goes by the id of
    /// the first prize, so a subscriber's rows share it: that is what rank() gives, over the same sort.
    private void insert(String table, VersionKey version, SubscriptionPeriod period) {
        jdbc.sql("""
                        insert into %s (subscription_period_id, draw_id, id, winner_id, subscriber_id, tier)
                        select :period, :draw,
                               :base + row_number() over (order by subscriber_id, tier),
                               :base + rank() over (order by subscriber_id),
                               subscriber_id, tier
                          from staged_winners
                          order by subscriber_id, tier
                        """.formatted(table))
                .param("period", period.id())
                .param("draw", version.drawId())
                .param("base", (long) version.id() << Integer.SIZE, Types.BIGINT)
                .update();
    }

    /// Whether each winner in a version's table holds a subscription that covers the period. Both tables are read in
    /// the order of subscribers, so that this takes about as long as reading them.
    public boolean areCovered(VersionKey version, SubscriptionPeriod period) {
        keepFromComparingEachWithAll();
        return jdbc.sql(areCovered(version))
                .params(Coverage.of(period))
                .query(Boolean.class)
                .single();
    }

    static String areCovered(VersionKey version) {
        return """
                select not exists (
                  select
                    from %s winning
                    where %s) as are_covered
                """.formatted(table(version.id()), Coverage.isMissing("winning.subscriber_id"));
    }

    /// Of subscriptions that came in lately PostgreSQL may have no statistics yet. It takes them for so few then
    /// that it would go through a list of all of them for each winner.
    private void keepFromComparingEachWithAll() {
        template.execute("set local enable_material = off");
    }

    public void drop(int version) {
        template.execute("drop table if exists " + table(version));
    }

    /// Makes a version's prizes part of `winnings`. Readers go on meanwhile: neither step takes a lock that they mind.
    void attach(VersionKey version, SubscriptionPeriod period) {
        String parent = "winnings_%d".formatted(period.id());
        if (!exists(parent)) {
            template.execute("create table %s (like winnings) partition by list (draw_id)".formatted(parent));
            template.execute(
                    "alter table winnings attach partition %s for values in (%d)".formatted(parent, period.id()));
        }
        template.execute("alter table %s attach partition %s for values in (%d)"
                .formatted(parent, table(version.id()), version.drawId()));
    }

    /// Takes a version's prizes out of `winnings` again. Waits for those who are reading the period by the obvious
    /// query, and they for it; nodes read a version's table by its own name, which it keeps.
    void detach(int version, SubscriptionPeriod period) {
        template.execute("alter table winnings_%d detach partition %s".formatted(period.id(), table(version)));
    }

    private boolean exists(String table) {
        return jdbc.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    private static String table(int version) {
        return "winnings_v%d".formatted(version);
    }
}
