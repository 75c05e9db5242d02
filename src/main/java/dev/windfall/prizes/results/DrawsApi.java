package dev.windfall.prizes.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windfall.draw.Draw;
import dev.windfall.draw.Edition;
import dev.windfall.draw.Money;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.shared.PageTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/// The public results for programs. The records below are the published shape of the answers and change only by
/// additions.
///
/// - `GET /api/v1/draws`: the last three periods, and which earlier ones there are;
/// - `GET /api/v1/draws/months/{period}`: a period of any time, as `yyyymm`;
/// - `GET /api/v1/draws/{id}`: one draw.
@RestController
@RequestMapping("/api/v1/draws")
class DrawsApi {

    private final Snapshots snapshots;
    private final PeriodArchive archive;
    private final PageTag tag;

    DrawsApi(Snapshots snapshots, PeriodArchive archive, PageTag tag) {
        this.snapshots = snapshots;
        this.archive = archive;
        this.tag = tag;
    }

    @GetMapping
    @Nullable
    ResultsJson latest(WebRequest request) {
        Snapshot snapshot = snapshots.current();
        return unlessHeld(
                request,
                snapshot,
                () -> new ResultsJson(
                        snapshot.dataVersion(),
                        snapshot.results().stream().map(PeriodJson::of).toList(),
                        archive.periods(snapshot).stream()
                                .map(SubscriptionPeriod::id)
                                .toList()));
    }

    @GetMapping("/months/{period:[0-9]{6}}")
    @Nullable
    PeriodJson month(@PathVariable int period, WebRequest request) {
        Snapshot snapshot = snapshots.current();
        PeriodResults results = SubscriptionPeriod.ofId(period)
                .flatMap(wanted -> archive.results(snapshot, wanted))
                .orElseThrow(DrawsApi::notFound);
        return unlessHeld(request, snapshot, () -> PeriodJson.of(results));
    }

    @GetMapping("/{id:[0-9]{1,9}}")
    @Nullable
    DrawJson draw(@PathVariable int id, WebRequest request) {
        Snapshot snapshot = snapshots.current();
        PublishedDraw draw = archive.resultsAround(snapshot, id)
                .flatMap(period -> period.published(id))
                .orElseThrow(DrawsApi::notFound);
        return unlessHeld(request, snapshot, () -> DrawJson.of(draw));
    }

    private <T> @Nullable T unlessHeld(WebRequest request, Snapshot snapshot, Supplier<T> answer) {
        return tag.isHeldBy(request, snapshot.shown()) ? null : answer.get();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// @param periods newest first
    /// @param allPeriods the ids of all periods with draws, newest first
    record ResultsJson(long dataVersion, List<PeriodJson> periods, List<Integer> allPeriods) {}

    /// @param draws that are published, newest first
    /// @param pending that are not published, newest first
    record PeriodJson(int id, List<DrawJson> draws, List<PendingJson> pending) {
        static PeriodJson of(PeriodResults results) {
            return new PeriodJson(
                    results.period().id(),
                    results.published().stream().map(DrawJson::of).toList(),
                    results.pending().stream().map(PendingJson::of).toList());
        }
    }

    /// @param corrected whether it took the place of results that were public before
    record DrawJson(
            int id, String drawNo, LocalDate date, Instant publishedAt, boolean corrected, List<TierJson> tiers) {
        static DrawJson of(PublishedDraw published) {
            Draw draw = published.draw();
            Edition edition = published.edition();
            return new DrawJson(
                    draw.id(),
                    draw.number(),
                    draw.date(),
                    edition.publishedAt(),
                    edition.corrected(),
                    published.tiers().stream().map(TierJson::of).toList());
        }
    }

    /// @param withdrawn whether it was published before
    record PendingJson(int id, String drawNo, LocalDate date, boolean withdrawn) {
        static PendingJson of(PendingDraw pending) {
            Draw draw = pending.draw();
            return new PendingJson(draw.id(), draw.number(), draw.date(), pending.withdrawn());
        }
    }

    /// @param amount what each winner gets: exact, in major units, as text so that no reader rounds it; an item's
    ///     nominal value
    /// @param item what is sent instead of money; absent where money is paid out
    record TierJson(
            String tier,
            String amount,
            String currency,
            int winners,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String item) {
        static TierJson of(Tier tier) {
            Prize prize = tier.prize();
            return new TierJson(
                    tier.name(),
                    prize.value().plainAmount(),
                    prize.value().currency().getCurrencyCode(),
                    tier.winnersCount(),
                    prize instanceof Prize.Item(String name, Money _) ? name : null);
        }
    }
}
