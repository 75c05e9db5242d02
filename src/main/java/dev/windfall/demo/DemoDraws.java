package dev.windfall.demo;

import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.publishing.Approval;
import dev.windfall.publishing.Publication;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportReport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Draws the weeks that are missing, by the same way that every draw takes: prize table, winners files, import,
/// publication.
@Component
class DemoDraws {

    private static final Logger log = LoggerFactory.getLogger(DemoDraws.class);

    private static final Signature SIGNATURE =
            new Signature("demo", Optional.empty(), Optional.of("made up for the demo"));
    private static final String SECOND_PERSON = "demo (second person)";

    /// With the one that is going on, those that the demo's subscriptions cover so far.
    private static final int MONTHS_BACK = 5;

    /// Under this one, subscriber 1 of 10,000 has a prize to see at any time until the end of 2028.
    static final long SEED = 39;

    private final DrawRepository draws;
    private final DrawImport drawImport;
    private final Approval approval;
    private final Publication publication;
    private final LotteryCalendar calendar;

    DemoDraws(
            DrawRepository draws,
            DrawImport drawImport,
            Approval approval,
            Publication publication,
            LotteryCalendar calendar) {
        this.draws = draws;
        this.drawImport = drawImport;
        this.approval = approval;
        this.publication = publication;
        this.calendar = calendar;
    }

    void addMissing(int subscribers) {
        LocalDate from =
                calendar.currentPeriod().plusMonths(-MONTHS_BACK).month().atDay(1);
        Set<String> published = publishedNumbers();
        List<DemoWeek> missing = DemoWeek.between(from, calendar.today()).stream()
                .filter(week -> !published.contains(week.drawNumber()))
                .toList();
        if (!missing.isEmpty()) {
            add(missing, subscribers);
        }
    }

    private Set<String> publishedNumbers() {
        SubscriptionPeriod current = calendar.currentPeriod();
        return IntStream.rangeClosed(0, MONTHS_BACK)
                .mapToObj(months -> current.plusMonths(-months))
                .flatMap(period -> draws.publishedDraws(period).stream())
                .map(PublishedDraw::draw)
                .map(draw -> draw.number())
                .collect(Collectors.toSet());
    }

    private void add(List<DemoWeek> weeks, int subscribers) {
        try {
            Path folder = Files.createTempDirectory("windfall-demo-");
            try {
                bringIn(weeks, subscribers, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bringIn(List<DemoWeek> weeks, int subscribers, Path folder) throws IOException {
        Path prizeTable = Files.writeString(folder.resolve("demo.csv"), DemoWeek.prizeTable(weeks, subscribers));
        var selection = new PrizeTable.Selection(LocalDate.MIN, LocalDate.MAX, DemoWeek.ITEM_TIERS);
        var simulation = new Simulation(subscribers, SEED);
        List<Path> winners = new ArrayList<>();
        for (DeclaredDraw draw : PrizeTable.read(prizeTable, selection).draws()) {
            simulation.writeWinners(draw, folder).ifPresent(winners::add);
        }
        ImportReport report = drawImport.run(new ImportRequest(prizeTable, selection, winners, SIGNATURE));
        if (!report.isClean()) {
            // another node may be about the same work: no reason not to start
            log.warn("Some of the demo's draws did not come in: {}", report);
        }
        report.draws().stream()
                .filter(DrawOutcome.Imported.class::isInstance)
                .map(DrawOutcome.Imported.class::cast)
                .forEach(this::publish);
    }

    private void publish(DrawOutcome.Imported draw) {
        approval.approve(draw.drawNumber(), draw.version(), SECOND_PERSON);
        publication.publish(draw.drawNumber(), SIGNATURE.actor());
    }
}
