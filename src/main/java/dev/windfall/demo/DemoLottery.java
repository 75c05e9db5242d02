package dev.windfall.demo;

import dev.windfall.account.SampleAccounts;
import dev.windfall.database.Database;
import dev.windfall.database.DatabaseReady;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.RegularDrawDays;
import java.time.DayOfWeek;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Brings the demo up to date when the program starts: accounts, and the draws of the weeks gone by.
@Component
class DemoLottery implements RegularDrawDays {

    private static final String PASSWORD = "demo";

    private final DemoSettings settings;
    private final Database database;
    private final SampleAccounts accounts;
    private final DemoDraws draws;
    private final LotteryCalendar calendar;

    DemoLottery(
            DemoSettings settings,
            Database database,
            SampleAccounts accounts,
            DemoDraws draws,
            LotteryCalendar calendar) {
        this.settings = settings;
        this.database = database;
        this.accounts = accounts;
        this.draws = draws;
        this.calendar = calendar;
    }

    @Override
    public Set<DayOfWeek> days() {
        return isOn() ? Set.of(DemoWeek.DRAW_DAY) : Set.of();
    }

    private boolean isOn() {
        return Objects.requireNonNullElse(settings.demo(), database.embedded());
    }

    @EventListener(DatabaseReady.class)
    void prepare() {
        if (isOn()) {
            accounts.addStaff("admin", "Ada Admin", PASSWORD);
            accounts.addStaff("approver", "Abe Approver", PASSWORD);
            accounts.addSubscribers(
                    settings.demoSubscribers(),
                    PASSWORD,
                    calendar.currentPeriod().month());
            draws.addMissing(settings.demoSubscribers());
        }
    }
}
