package dev.windfall.demo;

import dev.windfall.account.SampleAccounts;
import dev.windfall.database.DatabaseReady;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.RegularDrawDays;
import java.time.DayOfWeek;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Brings the demo up to date when the program starts: accounts, the draws of the weeks gone by, and parcels with what
/// was won in them.
@Component
class DemoLottery implements RegularDrawDays {

    private static final String PASSWORD = "demo";

    private final DemoSettings settings;
    private final DemoSwitch demo;
    private final SampleAccounts accounts;
    private final DemoDraws draws;
    private final DemoParcels parcels;
    private final LotteryCalendar calendar;

    DemoLottery(
            DemoSettings settings,
            DemoSwitch demo,
            SampleAccounts accounts,
            DemoDraws draws,
            DemoParcels parcels,
            LotteryCalendar calendar) {
        this.settings = settings;
        this.demo = demo;
        this.accounts = accounts;
        this.draws = draws;
        this.parcels = parcels;
        this.calendar = calendar;
    }

    @Override
    public Set<DayOfWeek> days() {
        return demo.isOn() ? Set.of(DemoWeek.DRAW_DAY) : Set.of();
    }

    @EventListener(DatabaseReady.class)
    void prepare() {
        if (demo.isOn()) {
            accounts.addStaff("admin", "Ada Admin", PASSWORD);
            accounts.addStaff("approver", "Abe Approver", PASSWORD);
            accounts.addSubscribers(
                    settings.demoSubscribers(),
                    PASSWORD,
                    calendar.currentPeriod().month());
            draws.addMissing(settings.demoSubscribers());
            parcels.handOver();
        }
    }
}
