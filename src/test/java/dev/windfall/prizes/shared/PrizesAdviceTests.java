package dev.windfall.prizes.shared;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Lottery;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.SnapshotTooLarge;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class PrizesAdviceTests {

    @Test
    void asksToComeBackForAMonthThatThereIsNoRoomFor() throws Exception {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.publish(1, "1", "2026-07-04", winners().add(7, 0));
        PrizesService service = lottery.service();
        lottery.fillHeap();
        var tooLarge =
                catchThrowableOfType(SnapshotTooLarge.class, () -> service.prizesOf(7, new SubscriptionPeriod(202607)));
        var response = new MockHttpServletResponse();

        new PrizesAdvice().tellThatThereIsNoRoom(tooLarge, response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
    }
}
