package dev.windfall.bench.alternative;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// All prizes in one table with an index on the subscriber that answers alone, as somebody keeps them who asks for
/// those of one. Windfall's are in a table for each draw, and the same question takes a look into each. Imports fill
/// it in their own transaction; what is not published is told by its version.
public final class OneTable {

    static final String NAME = "all_winnings";

    private static final String IS_THERE = "select to_regclass('all_winnings') is not null";

    /// One of an earlier run may lack what was published without it.
    private static final String IS_COMPLETE = """
            select not exists (select
                                 from draws draw
                                 where draw.published_version_id is not null
                                   and not exists (select
                                                     from all_winnings winning
                                                     where winning.draw_version_id = draw.published_version_id))
            """;

    /// The index comes last, which is by far the fastest.
    private static final String MAKE = """
            drop table if exists all_winnings;
            create table all_winnings as
              select draw.published_version_id as draw_version_id,
                     winning.subscription_period_id, winning.id, winning.subscriber_id, winning.tier
                from winnings winning
                join draws draw on draw.id = winning.draw_id;
            create index on all_winnings (subscriber_id) include (draw_version_id, tier);

            create or replace function fill_all_winnings() returns trigger language plpgsql as $$
            begin
              execute format(
                'insert into all_winnings
                   select %1$s, subscription_period_id, id, subscriber_id, tier from winnings_v%1$s', new.id);
              return null;
            end $$;
            create or replace trigger fill_all_winnings after update of imported_at on draw_versions
              for each row execute function fill_all_winnings()
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OneTable(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /// Fills it with all that is published, unless an earlier run did, and lets no import add to it.
    public void prepare() {
        transaction.executeWithoutResult(_ -> {
            if (!isSo(IS_THERE) || !isSo(IS_COMPLETE)) {
                jdbc.sql(MAKE).update();
            }
        });
        fillAtImports(false);
        forgetUnpublished();
    }

    private boolean isSo(String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }

    /// Whether imports add to it from now on: those of others are not to pay for it.
    public void fillAtImports(boolean fill) {
        jdbc.sql("alter table draw_versions %s trigger fill_all_winnings".formatted(fill ? "enable" : "disable"))
                .update();
    }

    /// Takes out what is not published, or not any more, and the room that it took.
    public void tidy() {
        forgetUnpublished();
        jdbc.sql("vacuum (analyze) all_winnings").update();
    }

    private void forgetUnpublished() {
        jdbc.sql("""
                delete from all_winnings
                  where draw_version_id not in
                          (select published_version_id from draws where published_version_id is not null)
                """).update();
    }
}
