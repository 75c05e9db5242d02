package dev.windfall;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.windfall.PackagedProgram.Ended;
import dev.windfall.account.Node;
import dev.windfall.draw.Draw;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.Edition;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Tier;
import dev.windfall.draw.Winners;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// What one winner, one subscriber and one node take: the numbers that the formulas in `docs/scale.md` are made of.
class ScaleProofTests {

    private static final int PRIZES = 1_000_000;
    private static final int SUBSCRIBERS = 2_000_000;
    private static final Duration IDLE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Irish Prize Bonds, 1_500_000, 4_021",
        "a Postcode Lottery, 5_000_000, 100_000",
        "UK Premium Bonds, 22_000_000, 5_974_465"
    })
    void holdsAWinnerInTwoToFourBytes(String lottery, String subscribers, String prizes) {
        int numbers = Integer.parseInt(subscribers.replace("_", ""));
        int count = Integer.parseInt(prizes.replace("_", ""));
        var random = new SplittableRandom(1);
        Winners.Builder builder = Winners.builder(count);
        for (int i = 0; i < count; i++) {
            builder.add(1 + random.nextInt(numbers), random.nextInt(11));
        }

        double bytes = (double) builder.build().sizeBytes() / count;

        double dense = dense(numbers, count);
        double formula = dense <= 4 ? dense : sparse(numbers, count);
        System.out.printf(
                "scale memory: %s, %,d prizes of %,d subscribers: %.2f bytes a prize, by the formula %.2f%n",
                lottery, count, numbers, bytes, formula);
        assertThat(bytes).isCloseTo(formula, within(0.01));
    }

    /// A bit for each subscriber and a sixteenth of that for the ranks, a byte for each winner, and prizes of those who
    /// won more than once as in a sparse draw.
    private static double dense(double numbers, double prizes) {
        double winners = numbers * -Math.expm1(-prizes / numbers);
        double ofSeveral = prizes * -Math.expm1(-prizes / numbers);
        return (numbers / 8 * 17 / 16 + winners + ofSeveral * sparse(numbers, ofSeveral)) / prizes;
    }

    /// Two bytes and a share of the starts of short blocks, or three and a share of those of long ones; and the filter.
    private static double sparse(double numbers, double prizes) {
        double filter = numbers / 8 / prizes;
        while (filter > 1) {
            filter /= 2;
        }
        return filter + Math.min(2 + 4 * numbers / 256 / prizes, 3 + 4 * numbers / 65_536 / prizes);
    }

    @Test
    void tellsWhatAPrizeTakesInTheDatabaseAndOnTheWire() throws Exception {
        String url = TestDatabase.createUrl();
        JdbcClient jdbc = JdbcClient.create(TestDatabase.at(url));
        addSubscribers(jdbc);
        CommandStaff.add(jdbc, "importer");
        writeFiles();
        String start = jdbc.sql("select pg_current_wal_insert_lsn()")
                .query(String.class)
                .single();

        Ended ended = new PackagedProgram(
                        folder,
                        Map.of("SPRING_DATASOURCE_URL", url, "WINDFALL_LOTTERY_REHEARSAL_DATE", "2026-08-20"),
                        List.of("-Xmx256m"))
                .runOn(CommandStaff.TYPED, "import", "--as=importer", "--prize-table=table.csv", "winners.csv");

        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        String table = jdbc.sql("select relname from pg_class where relkind = 'r' and relname like 'winnings_v%'")
                .query(String.class)
                .single();
        System.out.printf(
                "scale import: %.0f bytes of log a prize%n",
                perPrize(jdbc.sql("select pg_current_wal_insert_lsn() - cast(:start as pg_lsn)")
                        .param("start", start)
                        .query(Long.class)
                        .single()));
        System.out.printf(
                "scale disk: a prize takes %.1f bytes, %.1f of them in indexes; a subscriber %.0f, his subscription %.0f%n",
                perPrize(size(jdbc, "pg_total_relation_size", table)),
                perPrize(size(jdbc, "pg_indexes_size", table)),
                (double) size(jdbc, "pg_total_relation_size", "subscribers") / SUBSCRIBERS,
                (double) size(jdbc, "pg_total_relation_size", "subscriptions") / SUBSCRIBERS);
        double wire = perPrize(bytesOnTheWire(url, Integer.parseInt(table.substring("winnings_v".length()))));
        System.out.printf("scale network: a prize takes %.2f bytes on its way to a node%n", wire);
        assertThat(wire).isCloseTo(8, within(0.01));
    }

    @Test
    void tellsWhatAnIdleNodeAsks() throws IOException {
        String url = TestDatabase.createUrl();
        String database = URI.create(url.substring("jdbc:".length())).getPath().substring(1);
        JdbcClient elsewhere = JdbcClient.create(TestDatabase.create());
        try (var gate = DatabaseGate.open(url);
                var node = Node.on(gate.url(), "windfall.account.poll-interval=5s")) {
            await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
            long asked = gate.askedBytes();
            long answered = gate.answeredBytes();
            long transactions = transactions(elsewhere, database);
            long until = System.nanoTime() + IDLE.toNanos();

            await().atMost(IDLE.multipliedBy(2)).until(() -> System.nanoTime() > until);

            System.out.printf(
                    "scale idle node: %.1f transactions, %d bytes asked and %d answered a second%n",
                    (double) (transactions(elsewhere, database) - transactions) / IDLE.toSeconds(),
                    (gate.askedBytes() - asked) / IDLE.toSeconds(),
                    (gate.answeredBytes() - answered) / IDLE.toSeconds());
            assertThat(gate.askedBytes() - asked).as("a minute's polls").isBetween(1L, 1_000_000L);
        }
    }

    /// By the processor's time, so that what else the machine does doesn't count.
    @Test
    void tellsWhatASignInTakes() {
        var hashes = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        String hash = requireNonNull(hashes.encode("correct horse battery"));
        int times = 20;
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            assertThat(hashes.matches("correct horse battery", hash)).isTrue();
        }
        long tookNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        System.out.printf("scale sign-in: %d ms of a core%n", tookNs / times / 1_000_000);
    }

    /// @param elsewhere another database, so that the question doesn't count itself
    private static long transactions(JdbcClient elsewhere, String database) {
        return elsewhere
                .sql("select xact_commit + xact_rollback from pg_stat_database where datname = :database")
                .param("database", database)
                .query(Long.class)
                .single();
    }

    private static void addSubscribers(JdbcClient jdbc) {
        String hash = "$argon2id$v=19$m=19456,t=2,p=1$" + "x".repeat(22) + "$" + "y".repeat(43);
        jdbc.sql("""
                        insert into subscribers (id, name, password_hash)
                          select n, 'Subscriber number ' || n, :hash
                            from generate_series(1, :count) n
                        """).param("hash", hash).param("count", SUBSCRIBERS).update();
        jdbc.sql(
                        "insert into subscriptions (subscriber_id, first_period_id, months) select id, 202606, 12 from subscribers")
                .update();
        // or autovacuum does it meanwhile, and its log would count as the import's
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
    }

    private void writeFiles() throws IOException {
        Files.writeString(folder.resolve("table.csv"), """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                2026-08-13,1,Prize,2.50,EUR,%d
                """.formatted(PRIZES));
        var random = new SplittableRandom(2);
        try (var rows = Files.newBufferedWriter(folder.resolve("winners.csv"))) {
            rows.write("draw_no,subscriber_id,tier,amount,currency\n");
            for (int i = 0; i < PRIZES; i++) {
                rows.write("1,%d,Prize,2.50,EUR\n".formatted(1 + random.nextInt(SUBSCRIBERS)));
            }
        }
    }

    /// What a node reads of a draw, with all that the protocol adds.
    private static long bytesOnTheWire(String url, int version) throws IOException {
        var tier = new Tier("Prize", new Prize.Cash(Money.of("2.50", "EUR")), PRIZES);
        var draw = new PublishedDraw(
                new Draw(1, "1", LocalDate.of(2026, 8, 13)),
                version,
                new Edition(1, Instant.EPOCH, false),
                List.of(tier));
        try (var gate = DatabaseGate.open(url);
                var node = Node.on(gate.url())) {
            await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
            long before = gate.answeredBytes();
            assertThat(node.bean(DrawRepository.class).winners(draw).prizeCount())
                    .isEqualTo(PRIZES);
            return gate.answeredBytes() - before;
        }
    }

    private static long size(JdbcClient jdbc, String function, String table) {
        return jdbc.sql("select %s('%s')".formatted(function, table))
                .query(Long.class)
                .single();
    }

    private static double perPrize(long bytes) {
        return (double) bytes / PRIZES;
    }
}
