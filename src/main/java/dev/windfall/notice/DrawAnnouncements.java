package dev.windfall.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tells winners that there is something to see, once their draw is published and never before: what is not published
/// is in no winner's table. Who wins by a correction is told then, and who was told before is not told again. What is
/// taken back while it waits to be mailed is not mailed.
@Repository
@WhereMailIsSent
class DrawAnnouncements implements NoticeSource {

    /// So many readers are looked up at once.
    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    DrawAnnouncements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A published version that not all of its winners were told of.
    ///
    /// @param toldThrough the last reader who was looked up
    private record Announcement(int version, int draw, int period, String number, int toldThrough) {}

    @Override
    @Transactional
    public boolean addSome() {
        superseded().forEach(this::dropForThoseWhoHaveNotWon);
        noteWhatIsPublished();
        Optional<Announcement> next = next();
        next.ifPresent(this::tellSome);
        return next.isPresent();
    }

    /// Draws of which another version is published by now, or none.
    private List<Announcement> superseded() {
        return jdbc.sql("""
                        delete from announced_versions old
                          using draw_versions version
                          join draws draw on draw.id = version.draw_id
                          where version.id = old.draw_version_id
                            and draw.published_version_id is distinct from old.draw_version_id
                          returning old.draw_version_id, draw.id, draw.subscription_period_id, draw.number, old.told_through
                        """).query((row, _) -> announcement(row)).list();
    }

    private void dropForThoseWhoHaveNotWon(Announcement announcement) {
        jdbc.sql("""
                        update notices notice
                          set ended_at = now(), outcome = 'dropped'
                          where kind = 'draw'
                            and about = :about
                            and ended_at is null
                            and not exists (
                              select
                                from winnings
                                where subscription_period_id = :period
                                  and draw_id = :draw
                                  and subscriber_id = notice.subscriber_id)
                        """)
                .param("about", about(announcement))
                .param("period", announcement.period())
                .param("draw", announcement.draw())
                .update();
    }

    private void noteWhatIsPublished() {
        jdbc.sql("""
                        insert into announced_versions (draw_version_id)
                          select published_version_id
                            from draws draw
                            where published_version_id is not null
                              and not exists (
                                select from announced_versions where draw_version_id = draw.published_version_id)
                          on conflict do nothing
                        """).update();
    }

    private Optional<Announcement> next() {
        return jdbc.sql("""
                        select announced.draw_version_id, draw.id, draw.subscription_period_id, draw.number,
                               announced.told_through
                          from announced_versions announced
                          join draws draw on draw.published_version_id = announced.draw_version_id
                          where not announced.told_all
                          order by announced.draw_version_id
                          limit 1
                          for update of announced skip locked
                        """).query((row, _) -> announcement(row)).optional();
    }

    /// Looks up some of those who want mail: that they are no more than that keeps the statement short, and what a
    /// publication has to wait for.
    private void tellSome(Announcement announcement) {
        jdbc.sql("""
                        with readers as (
                          select subscriber_id, address
                            from mail_addresses
                            where subscriber_id > :after
                            order by subscriber_id
                            limit :most),
                        told as (
                          insert into notices (subscriber_id, kind, about, details)
                            select subscriber_id, 'draw', :about, :number
                              from readers
                              where address is not null
                                and exists (
                                  select
                                    from winnings
                                    where subscription_period_id = :period
                                      and draw_id = :draw
                                      and subscriber_id = readers.subscriber_id)
                                -- a mail that is under way is not waited for
                                and not exists (
                                  select
                                    from notices known
                                    where known.subscriber_id = readers.subscriber_id
                                      and known.kind = 'draw'
                                      and known.about = :about
                                      and known.outcome is distinct from 'dropped')
                            %s)
                        update announced_versions
                          set told_through = coalesce((select max(subscriber_id) from readers), told_through),
                              told_all = (select count(*) < :most from readers)
                          where draw_version_id = :version
                        """.formatted(Outbox.UNLESS_TOLD))
                .param("after", announcement.toldThrough())
                .param("most", AT_ONCE)
                .param("about", about(announcement))
                .param("number", announcement.number())
                .param("period", announcement.period())
                .param("draw", announcement.draw())
                .param("version", announcement.version())
                .update();
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getInt("draw_version_id"),
                row.getInt("id"),
                row.getInt("subscription_period_id"),
                row.getString("number"),
                row.getInt("told_through"));
    }

    private static String about(Announcement announcement) {
        return "draw " + announcement.draw();
    }
}
