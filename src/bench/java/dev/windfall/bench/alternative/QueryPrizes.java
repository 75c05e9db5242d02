package dev.windfall.bench.alternative;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Edition;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.draw.TierRow;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a subscriber's prizes together out of the rows of one query: a row for each prize, one for each draw without a
/// prize, and one for each period without a draw; newest first.
final class QueryPrizes {

    private final Map<SubscriptionPeriod, Drawn> periods = new LinkedHashMap<>();
    private long dataVersion;

    private static final class Drawn {
        private final Map<Draw, Editions> published = new LinkedHashMap<>();
        private final List<PendingDraw> pending = new ArrayList<>();
    }

    private record Editions(Edition edition, List<Tier> prizes) {}

    void add(ResultSet row) throws SQLException {
        dataVersion = row.getLong("data_version");
        Drawn drawn = periods.computeIfAbsent(new SubscriptionPeriod(row.getInt("period_id")), _ -> new Drawn());
        String number = row.getString("number");
        if (number != null) {
            add(drawn, new Draw(row.getInt("draw_id"), number, row.getObject("date", LocalDate.class)), row);
        }
    }

    private static void add(Drawn drawn, Draw draw, ResultSet row) throws SQLException {
        @Nullable OffsetDateTime publishedAt = row.getObject("published_at", OffsetDateTime.class);
        if (publishedAt == null) {
            drawn.pending.add(new PendingDraw(draw, row.getBoolean("withdrawn")));
            return;
        }
        var edition = new Edition(row.getLong("edition"), publishedAt.toInstant(), row.getBoolean("corrected"));
        List<Tier> prizes = drawn.published.computeIfAbsent(draw, _ -> new Editions(edition, new ArrayList<>())).prizes;
        if (row.getString("name") != null) {
            prizes.add(TierRow.read(row));
        }
    }

    SubscriberPrizes prizes() {
        List<PeriodPrizes> all = periods.entrySet().stream()
                .map(period -> new PeriodPrizes(
                        period.getKey(),
                        period.getValue().published.entrySet().stream()
                                .map(draw ->
                                        new DrawPrizes(draw.getKey(), draw.getValue().edition, draw.getValue().prizes))
                                .toList(),
                        period.getValue().pending))
                .toList();
        return new SubscriberPrizes(dataVersion, Instant.now(), completeThrough(), lastDrawDate(), all);
    }

    private Optional<Draw> completeThrough() {
        return Draw.completeThrough(published(), pending());
    }

    private Optional<LocalDate> lastDrawDate() {
        return Stream.concat(published(), pending()).map(Draw::date).max(Comparator.naturalOrder());
    }

    private Stream<Draw> published() {
        return drawn().flatMap(drawn -> drawn.published.keySet().stream());
    }

    private Stream<Draw> pending() {
        return drawn().flatMap(drawn -> drawn.pending.stream()).map(PendingDraw::draw);
    }

    private Stream<Drawn> drawn() {
        return periods.values().stream();
    }
}
