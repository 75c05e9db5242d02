package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.draw.DrawSchedule;
import dev.windfall.prizes.AlternatingSnapshots;
import dev.windfall.prizes.shared.PageTag;
import dev.windfall.prizes.shared.PrizeFormat;
import dev.windfall.prizes.shared.SharedRows;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;

class OneSnapshotTests {

    private static final SignedIn.Subscriber SUBSCRIBER =
            new SignedIn.Subscriber(7, "Seven", new SubscriptionTerm.None());

    private final AlternatingSnapshots snapshots = new AlternatingSnapshots();
    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final PrizeFormat format = new PrizeFormat(new StaticMessageSource());
    private final PrizesController page = new PrizesController(
            snapshots.service(),
            _ -> List.of(),
            snapshots.lottery().calendar(),
            new DrawSchedule(Set::of),
            snapshots.freshness(),
            new Visits(snapshots.lottery().calendar()),
            new PageTag(""),
            new SharedParts(templates, new SharedRows(templates, format), format, ZoneOffset.UTC),
            templates);

    @Test
    void showsPrizesFromOneSnapshot() {
        var response = new MockHttpServletResponse();

        page.show(SUBSCRIBER, new MockHttpServletRequest("GET", "/prizes"), response);

        assertThat(response.getHeader("Set-Cookie")).startsWith("windfall-visit=7.1.1.");
        snapshots.verifyLookedOnce();
    }
}
