package dev.windfall.bench.lab;

import dev.windfall.Oracle;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares what a node says with the obvious query, prize by prize: what programs are told, and what the page shows.
public final class Correctness {

    private final Oracle oracle;
    private final JsonMapper json = JsonMapper.shared();

    public Correctness(String databaseUrl) {
        this.oracle = new Oracle(Postgres.at(databaseUrl));
    }

    /// @return how many subscribers were compared
    /// @throws IllegalStateException at the first difference
    public int check(URI site, List<Visitor> sample) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (Visitor visitor : sample) {
                require(told(client, site, visitor), visitor);
                require(shown(client, site, visitor), visitor);
            }
        }
        return sample.size();
    }

    /// The same by what programs are told alone, for lotteries whose prizes are not all money.
    public int checkTold(URI site, List<Visitor> sample) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (Visitor visitor : sample) {
                require(told(client, site, visitor), visitor);
            }
        }
        return sample.size();
    }

    private void require(List<Oracle.Prize> answer, Visitor visitor) {
        List<Oracle.Prize> expected = prizes(visitor);
        if (!answer.equals(expected)) {
            throw new IllegalStateException(
                    "subscriber %d sees %s instead of %s".formatted(visitor.subscriber(), answer, expected));
        }
    }

    /// What the obvious query says.
    public List<Oracle.Prize> prizes(Visitor visitor) {
        return oracle.prizes(visitor.subscriber());
    }

    /// Whether a subscriber's page shows these prizes; it doesn't if there is no answer.
    public boolean shows(HttpClient client, URI site, Visitor visitor, List<Oracle.Prize> prizes)
            throws InterruptedException {
        try {
            return shown(client, site, visitor).equals(prizes);
        } catch (IOException noAnswer) {
            return false;
        }
    }

    /// Whether who holds an earlier page is sent one with these prizes, and not told that his is as good.
    public boolean showsAnew(URI site, Pages.Held holder, List<Oracle.Prize> prizes)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve(Pages.PATH)).header("Accept", "text/html");
        Pages.headers(holder.visitor(), holder).forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 && ShownPrizes.on(answer.body()).equals(prizes);
        }
    }

    private static List<Oracle.Prize> shown(HttpClient client, URI site, Visitor visitor)
            throws IOException, InterruptedException {
        return ShownPrizes.on(
                Pages.get(client, site.resolve(Pages.PATH), visitor).body());
    }

    private List<Oracle.Prize> told(HttpClient client, URI site, Visitor visitor)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve("/api/v1/prizes"))
                .header("Cookie", visitor.cookie())
                .build();
        List<Oracle.Prize> prizes = new ArrayList<>();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answers %d: %s".formatted(site, answer.statusCode(), answer.body()));
        }
        for (JsonNode period : json.readTree(answer.body()).get("periods")) {
            for (JsonNode draw : period.get("draws")) {
                draw.get("prizes").forEach(prize -> prizes.add(prize(draw, prize)));
            }
        }
        return prizes;
    }

    private static Oracle.Prize prize(JsonNode draw, JsonNode prize) {
        return new Oracle.Prize(
                draw.get("drawNo").asString(),
                LocalDate.parse(draw.get("date").asString()),
                prize.get("tier").asString(),
                new BigDecimal(prize.get("amount").asString()),
                prize.get("currency").asString());
    }
}
