package dev.windfall.publishing.gate;

import dev.windfall.draw.Money;
import dev.windfall.publishing.gate.figures.DrawFigures;
import dev.windfall.publishing.gate.figures.TierFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPastDraws implements PastDraws {

    private final JdbcClient jdbc;

    JdbcPastDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PastDraw> upTo(LocalDate date, String number, int limit) {
        return draws("""
                with past as (
                  select number, date, published_version_id, row_number() over (order by date desc, id desc) as place
                    from draws
                    where published_version_id is not null and date <= :date and number <> :number
                    order by date desc, id desc
                    limit :limit)
                select past.number, past.date, tier.name, tier.kind, tier.amount, tier.currency, tier.winners_count
                  from past
                  join tiers tier on tier.draw_version_id = past.published_version_id
                  order by past.place, tier.ordinal
                """, date, number, limit);
    }

    @Override
    public List<PastDraw> from(LocalDate date, String number, int limit) {
        return draws("""
                with past as (
                  select number, date, published_version_id, row_number() over (order by date, id) as place
                    from draws
                    where published_version_id is not null and date >= :date and number <> :number
                    order by date, id
                    limit :limit)
                select past.number, past.date, tier.name, tier.kind, tier.amount, tier.currency, tier.winners_count
                  from past
                  join tiers tier on tier.draw_version_id = past.published_version_id
                  order by past.place, tier.ordinal
                """, date, number, limit);
    }

    private List<PastDraw> draws(String sql, LocalDate date, String number, int limit) {
        return jdbc
                .sql(sql)
                .param("date", date)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> tier(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(TierOfDraw::number, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(JdbcPastDraws::draw)
                .toList();
    }

    private static TierOfDraw tier(ResultSet row) throws SQLException {
        var amount = new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")));
        return new TierOfDraw(
                row.getString("number"),
                row.getObject("date", LocalDate.class),
                row.getString("name"),
                row.getString("kind").equals("item"),
                new TierFigures(amount, row.getInt("winners_count")));
    }

    private static PastDraw draw(List<TierOfDraw> tiers) {
        Map<String, TierFigures> figures = tiers.stream()
                .collect(Collectors.toMap(
                        TierOfDraw::name, TierOfDraw::figures, (first, _) -> first, LinkedHashMap::new));
        Set<String> items =
                tiers.stream().filter(TierOfDraw::isItem).map(TierOfDraw::name).collect(Collectors.toSet());
        return new PastDraw(tiers.getFirst().number(), tiers.getFirst().date(), new DrawFigures(figures), items);
    }

    private record TierOfDraw(String number, LocalDate date, String name, boolean isItem, TierFigures figures) {}
}
