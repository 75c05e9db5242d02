package dev.windfall.bench.lab;

import dev.windfall.draw.DrawRepository;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// Where the lottery's draws are imported and published, by the program's own means and beside all nodes.
public final class Desk implements AutoCloseable {

    private static final String REASON = "made up for a benchmark";
    private static final String PRIZE_TABLE = "prize-table.csv";
    private static final long SEED = 2026;

    private final ConfigurableApplicationContext context;
    private final Lottery lottery;
    private final Path folder;

    /// @param folder for files
    public Desk(String databaseUrl, Lottery lottery, Path folder) throws IOException {
        this.lottery = lottery;
        this.folder = Files.createDirectories(folder);
        this.context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                // before the program's own settings: large statements of a benchmark take longer than any of its own
                .run(
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
                        "--windfall.lottery.rehearsal-date=" + Lottery.TODAY,
                        "--logging.level.dev.windfall.audit=warn",
                        "--logging.config=classpath:logback-command.xml");
    }

    /// Creates whatever of the lottery is not there yet.
    ///
    /// @param draws that are published before anything is measured
    public void prepare(int draws) throws IOException {
        addSubscribers();
        List<LocalDate> missing = Lottery.pastDates(draws).stream()
                .filter(date -> !isPublished(Lottery.drawNumber(date)))
                .toList();
        for (LocalDate date : missing) {
            simulate(date);
            importDraw(date);
            publish(date);
        }
        // a run that was broken off may have left it
        if (isPublished(Lottery.drawNumber(Lottery.TODAY))) {
            withdraw(Lottery.TODAY);
        }
        forgetTonight();
    }

    /// Does what making the data left to be done, so that it doesn't disturb what is measured.
    public void settle() {
        jdbc().sql("vacuum (analyze)").update();
        checkpoint();
    }

    /// Has everything written that waits for it, so that nobody has to who is measured next.
    public void checkpoint() {
        jdbc().sql("checkpoint").update();
    }

    /// Draw nights leave a dozen versions of tonight's draw, and every query that looks at versions would read them.
    private void forgetTonight() {
        jdbc().sql("update draws set published_version_id = null where number = :number")
                .param("number", Lottery.drawNumber(Lottery.TODAY))
                .update();
        int forgotten = jdbc().sql("delete from draws where number = :number")
                .param("number", Lottery.drawNumber(Lottery.TODAY))
                .update();
        // what others have made of the data before, they make anew
        jdbc().sql("update data_version set version = version + :forgotten")
                .param("forgotten", forgotten)
                .update();
    }

    /// Draws the winners of one draw, whose files then lie ready to be imported.
    public void simulate(LocalDate date) throws IOException {
        Path files = emptied(files(date));
        Path table = lottery.writePrizeTable(files.resolve(PRIZE_TABLE), List.of(date));
        var simulation = new Simulation(lottery.subscribers(), SEED);
        for (DeclaredDraw draw :
                PrizeTable.read(table, PrizeTable.Selection.ALL).draws()) {
            simulation.writeWinners(draw, files);
        }
    }

    /// Imports a draw whose files lie ready, up to and without its publication; as a correction if it was published
    /// before.
    public void importDraw(LocalDate date) throws IOException {
        Path table = files(date).resolve(PRIZE_TABLE);
        List<Path> winners = winnersFiles(date);
        var correction = Optional.of(REASON).filter(_ -> wasPublished(Lottery.drawNumber(date)));
        var signature = new Signature("clerk", correction, Optional.of(REASON));
        ImportReport report = context.getBean(DrawImport.class)
                .run(new ImportRequest(table, PrizeTable.Selection.ALL, winners, signature));
        for (Path file : winners) {
            Files.delete(file);
        }
        if (!(report.draws().getFirst() instanceof DrawOutcome.Imported imported)) {
            throw new IllegalStateException("the draw of %s did not come in: %s".formatted(date, report));
        }
        context.getBean(Approval.class).approve(imported.drawNumber(), imported.version(), "approver");
    }

    private Path files(LocalDate date) {
        return folder.resolve(Lottery.drawNumber(date));
    }

    private List<Path> winnersFiles(LocalDate date) throws IOException {
        try (var files = Files.list(files(date))) {
            return files.filter(file -> !file.endsWith(PRIZE_TABLE)).sorted().toList();
        }
    }

    /// Without what a run left there that was broken off.
    private static Path emptied(Path folder) throws IOException {
        try (var files = Files.list(Files.createDirectories(folder))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    public void publish(LocalDate date) {
        var outcome = context.getBean(Publication.class).publish(Lottery.drawNumber(date), "clerk");
        if (!isPublished(Lottery.drawNumber(date))) {
            throw new IllegalStateException("the draw of %s was not published: %s".formatted(date, outcome));
        }
    }

    /// Takes a published draw back, and the tables of its versions away.
    public void withdraw(LocalDate date) {
        context.getBean(Publication.class).withdraw(Lottery.drawNumber(date), REASON, "clerk");
        versions(Lottery.drawNumber(date))
                .forEach(version -> jdbc().sql("drop table if exists winnings_v%d".formatted(version))
                        .update());
    }

    /// One of the visitors who won in the draw that was imported last.
    public Visitor winnerAmong(List<Visitor> visitors) {
        int version = jdbc().sql("select max(id) as id from draw_versions")
                .query((row, _) -> row.getInt("id"))
                .single();
        Set<Integer> winners = Set.copyOf(
                jdbc().sql("select distinct subscriber_id from winnings_v%d where subscriber_id = any (:visitors)"
                                .formatted(version))
                        .param(
                                "visitors",
                                visitors.stream().mapToInt(Visitor::subscriber).toArray())
                        .query((row, _) -> row.getInt("subscriber_id"))
                        .list());
        return visitors.stream()
                .filter(visitor -> winners.contains(visitor.subscriber()))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> versions(String number) {
        return jdbc().sql("""
                        select version.id
                          from draw_versions version
                          join draws draw on draw.id = version.draw_id
                          where draw.number = :number
                          order by version.id
                        """)
                .param("number", number)
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    public DrawRepository draws() {
        return context.getBean(DrawRepository.class);
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private boolean wasPublished(String number) {
        return jdbc().sql("""
                        select exists (select
                                         from draw_versions version
                                         join draws draw on draw.id = version.draw_id
                                         where draw.number = :number and version.published_at is not null)
                        """).param("number", number).query(Boolean.class).single();
    }

    private boolean isPublished(String number) {
        return jdbc().sql("select exists (select from lottery_draws where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    private void addSubscribers() {
        jdbc().sql("""
                        insert into subscribers (id, name)
                          select n, 'Subscriber ' || n
                            from generate_series((select coalesce(max(id), 0) + 1 from subscribers), :count) n
                        """).param("count", lottery.subscribers()).update();
        // that each of them has a subscriber can be seen from here, and needs no look-up each
        jdbc().sql("""
                        set session_replication_role = replica;
                        insert into subscriptions (subscriber_id, first_period_id, months)
                          select id, :period, 12
                            from subscribers
                            where id > (select coalesce(max(subscriber_id), 0) from subscriptions)
                            order by id;
                        reset session_replication_role
                        """).param("period", Lottery.FIRST_PERIOD).update();
    }

    @Override
    public void close() {
        context.close();
    }

    /// Deliberately not a component, lest a node finds it.
    @ComponentScan(
            basePackages = {
                "dev.windfall.audit",
                "dev.windfall.database",
                "dev.windfall.draw",
                "dev.windfall.publishing",
                "dev.windfall.statement"
            },
            excludeFilters = @ComponentScan.Filter(Controller.class))
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    static final class Beans {}
}
