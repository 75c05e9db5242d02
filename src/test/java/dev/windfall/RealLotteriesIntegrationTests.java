package dev.windfall;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.Oracle.Amount;
import dev.windfall.account.Account;
import dev.windfall.account.Node;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.Visitor;
import dev.windfall.account.session.Sessions;
import dev.windfall.prizes.Snapshots;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportReport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A million simulated subscribers under the prize tables of real lotteries, from the file to the API: each answer
/// equals the obvious query's, amount by amount. All of it in a heap of 512 MB, which the build sets.
class RealLotteriesIntegrationTests {

    private static final int SUBSCRIBERS = 1_000_000;
    private static final int ASKED = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void answersMegaSenaAsTheObviousQueryDoes() throws IOException {
        Path table = Requirement.data("prize-tables/megasena.csv");

        answersAsTheObviousQueryDoes(table, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 20));
    }

    @Test
    void answersAMillionWinnersOfLotofacilAsTheObviousQueryDoes() throws IOException {
        Path table = onlyTiers(
                Requirement.data("prize-tables/lotofacil.csv"), Set.of("15 acertos", "14 acertos", "13 acertos"));

        answersAsTheObviousQueryDoes(table, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 31));
    }

    private void answersAsTheObviousQueryDoes(Path table, LocalDate from, LocalDate to) throws IOException {
        var days = new PrizeTable.Selection(from, to, Set.of());
        var lastDay = Instant.parse(to + "T23:30:00Z");
        try (var node = Node.at(lastDay, TestDatabase.createUrl(), "windfall.lottery.time-zone=America/Sao_Paulo")) {
            JdbcClient jdbc = JdbcClient.create(node.bean(DataSource.class));
            addSubscribers(jdbc);

            publish(node, bringIn(node, table, days));

            assertThat(node.bean(Snapshots.class).refresh().periods()).hasSize(3);
            var oracle = new Oracle(node.bean(DataSource.class));
            for (int subscriber : subscribersToAsk(jdbc)) {
                assertAgreement(subscriber, answer(node, subscriber), oracle);
            }
        }
    }

    private ImportReport bringIn(Node node, Path table, PrizeTable.Selection days) throws IOException {
        var simulation = new Simulation(SUBSCRIBERS, 2026);
        List<Path> winners = new ArrayList<>();
        for (var draw : PrizeTable.read(table, days).draws()) {
            simulation.writeWinners(draw, folder).ifPresent(winners::add);
        }
        ImportReport report =
                node.bean(DrawImport.class).run(new ImportRequest(table, days, winners, TestDraws.SIGNATURE));
        assertThat(report.draws())
                .isNotEmpty()
                .allSatisfy(draw -> assertThat(draw).isInstanceOf(DrawOutcome.Imported.class));
        return report;
    }

    private static void publish(Node node, ImportReport report) {
        for (DrawOutcome draw : report.draws()) {
            TestDraws.publish(node, draw.drawNumber());
        }
    }

    private static void addSubscribers(JdbcClient jdbc) {
        jdbc.sql("insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(1, :count) n")
                .param("count", SUBSCRIBERS)
                .update();
        jdbc.sql(
                        "insert into subscriptions (subscriber_id, first_period_id, months) select id, 202605, 12 from subscribers")
                .update();
    }

    /// Winners of each tier, those who won most often, and subscribers at random, of whom many won nothing.
    private static Set<Integer> subscribersToAsk(JdbcClient jdbc) {
        Set<Integer> subscribers = new LinkedHashSet<>();
        subscribers.addAll(subscribers(jdbc, """
                select subscriber_id
                  from (select subscriber_id, row_number() over (partition by tier order by subscriber_id) as place
                          from winnings) winner
                  where place <= 100
                """));
        subscribers.addAll(subscribers(jdbc, """
                select subscriber_id from winnings group by subscriber_id order by count(*) desc, subscriber_id limit 300
                """));
        var random = new Random(1);
        while (subscribers.size() < ASKED) {
            subscribers.add(random.nextInt(SUBSCRIBERS) + 1);
        }
        Set<Integer> winners = Set.copyOf(subscribers(jdbc, "select distinct subscriber_id from winnings"));
        assertThat(subscribers).as("who won a tier of a draw twice").containsAnyElementsOf(subscribers(jdbc, """
                        select subscriber_id
                          from winnings
                          group by draw_id, subscriber_id, tier
                          having count(*) > 1
                          order by subscriber_id
                        """));
        assertThat(subscribers).as("losers among them").anyMatch(subscriber -> !winners.contains(subscriber));
        return subscribers;
    }

    private static List<Integer> subscribers(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getInt("subscriber_id")).list();
    }

    private static JsonNode answer(Node node, int subscriber) {
        var sessions = node.bean(Sessions.class);
        var account = new Account(
                new SignedIn.Subscriber(subscriber, "Somebody", new SubscriptionTerm.None()), "", false, false, 0);
        Visitor visitor = node.visitor().withCookie("windfall-session", sessions.toCookie(sessions.begin(account)));
        return JSON.readTree(visitor.get("/api/v1/prizes").body());
    }

    private static void assertAgreement(int subscriber, JsonNode answer, Oracle oracle) {
        List<Oracle.Prize> prizes = prizes(answer);
        assertThat(prizes.stream()
                        .map(prize -> new Amount(prize.date(), prize.amount()))
                        .distinct()
                        .sorted())
                .as("dates and amounts of subscriber %d", subscriber)
                .isEqualTo(oracle.amounts(subscriber));
        assertThat(prizes).as("prizes of subscriber %d", subscriber).isEqualTo(oracle.prizes(subscriber));
    }

    private static List<Oracle.Prize> prizes(JsonNode answer) {
        List<Oracle.Prize> prizes = new ArrayList<>();
        for (JsonNode period : answer.get("periods")) {
            for (JsonNode draw : period.get("draws")) {
                for (JsonNode prize : draw.get("prizes")) {
                    prizes.add(new Oracle.Prize(
                            draw.get("drawNo").asString(),
                            LocalDate.parse(draw.get("date").asString()),
                            prize.get("tier").asString(),
                            new BigDecimal(prize.get("amount").asString()),
                            prize.get("currency").asString()));
                }
            }
        }
        return prizes;
    }

    private Path onlyTiers(Path table, Set<String> tiers) throws IOException {
        List<String> lines = Files.readAllLines(table);
        Stream<String> kept = lines.stream().skip(1).filter(line -> tiers.contains(line.split(",", -1)[2]));
        List<String> rows = Stream.concat(Stream.of(lines.getFirst()), kept).toList();
        assertThat(rows.stream().skip(1).map(line -> line.split(",", -1)[2]).collect(toSet()))
                .isEqualTo(tiers);
        return Files.write(folder.resolve("prize-table.csv"), rows);
    }
}
