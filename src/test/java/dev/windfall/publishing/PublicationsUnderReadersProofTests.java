package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A thousand publications, each a correction of one of three draws, while subscribers read without a pause: every
/// answer is that of one data version, draw by draw and prize by prize, and no reader goes back in time.
class PublicationsUnderReadersProofTests {

    private static final int PUBLICATIONS = Integer.getInteger("windfall.proof.publications", 1_000);
    private static final int DRAWS = 3;
    private static final int READERS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final Map<Long, Set<Manifest>> seen = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean published = new AtomicBoolean();

    /// What a subscriber has won in all draws under one data version.
    private record Manifest(int count, BigDecimal sum, List<String> digest) {

        static Manifest of(List<String> prizes) {
            BigDecimal sum = prizes.stream()
                    .map(prize -> new BigDecimal(prize.substring(prize.indexOf(' ') + 1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Manifest(prizes.size(), sum, List.copyOf(prizes));
        }
    }

    @Test
    void showsOneVersionOnEachPage() throws Exception {
        try (var node = Node.at(
                                Instant.parse("2026-08-20T18:00:00Z"),
                                TestDatabase.createUrl(),
                                "windfall.refresh.interval=100ms")
                        .withAccounts();
                var threads = Executors.newFixedThreadPool(READERS)) {
            Map<Long, Manifest> manifests = new TreeMap<>();
            int[] revisions = new int[DRAWS];
            for (int draw = 0; draw < DRAWS; draw++) {
                manifests.put(publish(node, draw, ++revisions[draw]), manifest(revisions));
            }
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Visitor visitor = node.signedIn("1");
                readers.add(threads.submit(() -> readUntilPublished(visitor)));
            }
            for (int publication = 0; publication < PUBLICATIONS; publication++) {
                int draw = publication % DRAWS;
                manifests.put(publish(node, draw, ++revisions[draw]), manifest(revisions));
            }
            published.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }

            seen.forEach((version, pages) ->
                    assertThat(pages).as("data version %d", version).containsOnly(manifests.get(version)));
            assertThat(seen).hasSizeGreaterThan(PUBLICATIONS / 10);
            System.out.printf(
                    "proof publications-under-readers: %,d publications, %,d answers of %,d versions, 0 mixed%n",
                    PUBLICATIONS, answers.get(), seen.size());
        }
    }

    private void readUntilPublished(Visitor visitor) {
        long last = 0;
        while (!published.get()) {
            var response = visitor.get("/api/v1/prizes");
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode answer = JSON.readTree(response.body());
            long version = answer.get("dataVersion").asLong();
            assertThat(version).as("no way back").isGreaterThanOrEqualTo(last);
            last = version;
            seen.computeIfAbsent(version, _ -> ConcurrentHashMap.newKeySet()).add(Manifest.of(prizes(answer)));
            answers.incrementAndGet();
        }
    }

    private static List<String> prizes(JsonNode answer) {
        List<String> prizes = new ArrayList<>();
        for (JsonNode period : answer.get("periods")) {
            for (JsonNode draw : period.get("draws")) {
                for (JsonNode prize : draw.get("prizes")) {
                    prizes.add(draw.get("drawNo").asString() + " "
                            + prize.get("amount").asString());
                }
            }
        }
        return prizes.stream().sorted().toList();
    }

    private static Manifest manifest(int[] revisions) {
        List<String> prizes = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int prize = 0; prize < count(revisions[draw]); prize++) {
                prizes.add(draw + " " + amount(revisions[draw]));
            }
        }
        return Manifest.of(prizes.stream().sorted().toList());
    }

    private static String amount(int revision) {
        return revision + ".00";
    }

    private static int count(int revision) {
        return 1 + revision % 4;
    }

    /// @return the data version that it made
    private long publish(Node node, int draw, int revision) throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"), """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                2026-08-%02d,%d,A,%s,EUR,%d
                """.formatted(1 + draw, draw, amount(revision), count(revision)));
        Path winners = Files.writeString(
                folder.resolve("winners.csv"),
                "draw_no,subscriber_id,tier,amount,currency\n"
                        + "%d,1,A,%s,EUR\n".formatted(draw, amount(revision)).repeat(count(revision)));
        var signature = new Signature("proof", Optional.of("revision " + revision), Optional.of("a proof"));
        var report = node.bean(DrawImport.class)
                .run(new ImportRequest(table, PrizeTable.Selection.ALL, List.of(winners), signature));
        assertThat(report.draws()).singleElement().isInstanceOf(DrawOutcome.Imported.class);
        String number = Integer.toString(draw);
        assertThat(node.bean(Approval.class)
                        .approve(number, TestDraws.draftOf(node.bean(JdbcClient.class), number), "second person"))
                .isInstanceOf(StepOutcome.Approved.class);
        StepOutcome outcome = node.bean(Publication.class).publish(number, "proof");
        assertThat(outcome).isInstanceOf(StepOutcome.Published.class);
        return ((StepOutcome.Published) outcome).dataVersion();
    }
}
