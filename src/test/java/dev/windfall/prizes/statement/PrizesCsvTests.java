package dev.windfall.prizes.statement;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Lottery;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrizesCsvTests {

    private static final int SUBSCRIBER = 7;
    private static final List<Tier> TIERS = List.of(
            new Tier("=HYPERLINK(\"https://example.org\")", new Prize.Cash(Money.of("1000.50", "EUR")), 1),
            new Tier("Hamper", new Prize.Item("Hamper", Money.of("49.00", "EUR")), 1));

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202610, 202611);

    @Test
    void writesARowForEachPrizeNewestFirst() throws Exception {
        lottery.publish(
                1, "41", "2026-10-03", TIERS, winners().add(SUBSCRIBER, 1).add(SUBSCRIBER, 1));
        lottery.publish(2, "42", "2026-11-07", TIERS, winners().add(SUBSCRIBER, 0));

        assertThat(csv().lines())
                .containsExactly(
                        "\uFEFFperiod,draw_no,draw_date,tier,item,amount,currency",
                        "202611,42,2026-11-07,\"'=HYPERLINK(\"\"https://example.org\"\")\",,1000.50,EUR",
                        "202610,41,2026-10-03,Hamper,Hamper,49.00,EUR",
                        "202610,41,2026-10-03,Hamper,Hamper,49.00,EUR");
    }

    @Test
    void writesTheHeaderToWhoWonNothing() throws Exception {
        lottery.publish(1, "41", "2026-10-03", TIERS, winners());

        assertThat(csv().lines()).hasSize(1);
    }

    private String csv() throws Exception {
        var out = new StringWriter();
        PrizesCsv.write(lottery.service().prizesOf(SUBSCRIBER), out);
        return out.toString();
    }
}
