package dev.windfall.publishing;

import dev.windfall.Oracle;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.csv.Finding;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportReport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// Imports and publishes in a database of its own, in which it is August 20th, and subscribers 1 to 1000 take part from
/// May to April.
public final class PublishingLab implements AutoCloseable {

    public static final String TABLE_HEADER = "draw_date,draw_no,tier,prize_amount,currency,winners_count\n";
    public static final String WINNERS_HEADER = "draw_no,subscriber_id,tier,amount,currency\n";

    public static final String IMPORTER = "importer";

    private final Path folder;
    private Signature signature = new Signature(IMPORTER, Optional.empty(), Optional.of("made up for a test"));
    private final String url = TestDatabase.createUrl();
    private final ConfigurableApplicationContext context;
    public final JdbcClient jdbc;

    public PublishingLab(Path folder) {
        this.folder = folder;
        this.context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + url, "windfall.lottery.rehearsal-date=2026-08-20")
                .run();
        this.jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(1, 1000) n")
                .update();
        jdbc.sql(
                        "insert into subscriptions (subscriber_id, first_period_id, months) select id, 202605, 12 from subscribers")
                .update();
    }

    /// @param tableRows below the header
    /// @param winnersRows below the header, a file each
    public ImportReport bringIn(String tableRows, String... winnersRows) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < winnersRows.length; i++) {
            files.add(write("winners-%d.csv".formatted(i), WINNERS_HEADER + winnersRows[i]));
        }
        Path table = write("table.csv", TABLE_HEADER + tableRows);
        return context.getBean(DrawImport.class)
                .run(new ImportRequest(table, PrizeTable.Selection.ALL, files, signature));
    }

    /// Signs imports from now on with a reason to correct what is published, and one to confirm doubts.
    public PublishingLab signing(@Nullable String correction, @Nullable String confirmation) {
        signature = new Signature(IMPORTER, Optional.ofNullable(correction), Optional.ofNullable(confirmation));
        return this;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Approves and publishes a draw.
    public StepOutcome publish(String drawNumber) {
        bean(Approval.class).approve(drawNumber, TestDraws.draftOf(jdbc, drawNumber), "approver");
        return bean(Publication.class).publish(drawNumber, "publisher");
    }

    public List<ResultsChanged> events() {
        return context.getBean(Beans.class).events;
    }

    /// What a subscriber sees by the obvious query.
    public List<String> obviousAnswer(int subscriber) {
        return jdbc
                .sql(Oracle.OBVIOUS_QUERY)
                .param("subscriber_id", subscriber)
                .query((row, number) -> row.getString("date") + " " + row.getString("amount"))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /// The tables of versions, attached or not.
    public List<String> versionTables() {
        return jdbc.sql("""
                        select relname
                          from pg_class
                          where relkind = 'r' and relname like 'winnings_v%'
                          order by relname
                        """).query((row, number) -> row.getString("relname")).list();
    }

    /// A connection of one's own.
    public Connection connect() throws SQLException {
        return TestDatabase.at(url).getConnection();
    }

    public static List<String> findings(ImportReport report) {
        List<Finding> findings = new ArrayList<>(report.unattributed().first());
        for (DrawOutcome draw : report.draws()) {
            if (draw instanceof DrawOutcome.Refused refused) {
                findings.addAll(refused.findings().first());
            }
        }
        return findings.stream().map(Finding::toString).toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "dev.windfall.audit",
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
        JdbcClientAutoConfiguration.class
    })
    static class Beans {

        final List<ResultsChanged> events = new ArrayList<>();

        @EventListener
        void on(ResultsChanged event) {
            events.add(event);
        }
    }
}
