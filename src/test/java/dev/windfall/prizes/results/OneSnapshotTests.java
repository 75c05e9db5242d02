package dev.windfall.prizes.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.DrawSchedule;
import dev.windfall.prizes.AlternatingSnapshots;
import dev.windfall.prizes.shared.PageTag;
import dev.windfall.prizes.shared.PrizeFormat;
import dev.windfall.prizes.shared.SharedRows;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.context.request.ServletWebRequest;
import org.thymeleaf.TemplateEngine;

class OneSnapshotTests {

    private final AlternatingSnapshots snapshots = new AlternatingSnapshots();
    private final PageTag tag = new PageTag("");
    private final DrawsController pages = new DrawsController(
            snapshots.snapshots(),
            snapshots.lottery().archive(),
            snapshots.lottery().calendar(),
            new DrawSchedule(Set::of),
            snapshots.freshness(),
            tag,
            new SharedRows(new TemplateEngine(), new PrizeFormat(new StaticMessageSource())));
    private final DrawsApi api =
            new DrawsApi(snapshots.snapshots(), snapshots.lottery().archive(), tag);
    private final ExtendedModelMap model = new ExtendedModelMap();
    private final ServletWebRequest request =
            new ServletWebRequest(new MockHttpServletRequest("GET", "/draws"), new MockHttpServletResponse());

    @AfterEach
    void lookedOnce() {
        snapshots.verifyLookedOnce();
    }

    @Test
    void listsDrawsFromOneSnapshot() {
        pages.list(request, model);

        assertThat(model.get("periods"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void listsTheDrawsOfAMonthFromOneSnapshot() {
        assertThat(pages.showMonth(202611, request, model)).isEqualTo("prizes/draw-month");
    }

    @Test
    void showsADrawFromOneSnapshot() {
        assertThat(pages.show(1, request, model)).isEqualTo("prizes/draw");
    }

    @Test
    void answersProgramsFromOneSnapshot() {
        assertThat(api.latest(request)).isNotNull().satisfies(answer -> {
            assertThat(answer.dataVersion()).isEqualTo(1);
            assertThat(answer.periods().getFirst().draws()).hasSize(1);
        });
    }
}
