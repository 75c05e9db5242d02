package dev.windfall.publishing.file;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.CsvRow;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of one draw of a prize table, as they come.
final class PrizeTableDraw {

    static final int DATE = 0;
    static final int NUMBER = 1;
    static final int TIER = 2;
    static final int AMOUNT = 3;
    static final int CURRENCY = 4;
    static final int COUNT = 5;

    private static final int MAX_TIERS = 1000;
    private static final int MAX_TIER_CHARACTERS = 80;

    private final String number;
    private final Set<String> itemTiers;
    private final Findings.Collector findings = new Findings.Collector();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private @Nullable LocalDate date;
    private int rowCount;
    private long prizeCount;

    PrizeTableDraw(String number, Set<String> itemTiers) {
        this.number = number;
        this.itemTiers = itemTiers;
    }

    /// @param follows whether the row before belonged to this draw too
    void add(CsvRow row, boolean follows) {
        CsvRow ours = row.reportingTo(findings);
        if (++rowCount > 1 && !follows) {
            ours.refuse(
                    NUMBER,
                    "draw %s appears again after another draw: keep the rows of a draw together".formatted(number));
        }
        if (ours.isComplete()) {
            addDate(ours);
            addTier(ours);
        }
    }

    boolean isIn(PrizeTable.Selection selection) {
        return date == null || selection.includes(date);
    }

    Findings findings() {
        return findings.findings();
    }

    DeclaredDraw declared() {
        if (date == null) {
            throw new IllegalStateException("a draw without a date has a finding");
        }
        return new DeclaredDraw(number, date, tiers, lines);
    }

    private void addDate(CsvRow row) {
        row.date(DATE).ifPresent(given -> {
            if (date != null && !date.equals(given)) {
                row.refuse(DATE, "draw %s is dated %s above: a draw has one date".formatted(number, date));
            }
            date = date == null ? given : date;
        });
    }

    private void addTier(CsvRow row) {
        Optional<String> name = row.name(TIER, MAX_TIER_CHARACTERS).filter(given -> isNew(row, given));
        Optional<Money> amount = amount(row);
        Optional<Integer> count = row.count(COUNT).filter(given -> isCountable(row, given));
        if (name.isPresent() && amount.isPresent() && count.isPresent() && isRoomFor(row)) {
            add(row, new Tier(name.get(), prize(name.get(), amount.get()), count.get()));
        }
    }

    private void add(CsvRow row, Tier tier) {
        try {
            tier.total();
            tiers.add(tier);
            lines.add(row.line());
        } catch (ArithmeticException e) {
            row.refuse(
                    COUNT,
                    "makes a sum that nobody pays out, with %s for each: correct one of them"
                            .formatted(tier.prize().value()));
        }
    }

    private Optional<Money> amount(CsvRow row) {
        var amount = Amounts.amount(row, AMOUNT);
        var currency = Amounts.currency(row, CURRENCY);
        if (amount.isEmpty() || currency.isEmpty()) {
            return Optional.empty();
        }
        if (!Amounts.fits(amount.get(), currency.get())) {
            row.refuse(
                    AMOUNT,
                    "%s has more decimals than %s has: write at most %d"
                            .formatted(
                                    quoted(row.text(AMOUNT)),
                                    currency.get(),
                                    currency.get().getDefaultFractionDigits()));
            return Optional.empty();
        }
        return Optional.of(new Money(amount.get(), currency.get()));
    }

    private Prize prize(String tier, Money value) {
        return itemTiers.contains(tier) ? new Prize.Item(tier, value) : new Prize.Cash(value);
    }

    private boolean isNew(CsvRow row, String tier) {
        if (!names.add(tier)) {
            row.refuse(TIER, "%s is declared twice in draw %s: keep one of the rows".formatted(quoted(tier), number));
            return false;
        }
        return true;
    }

    private boolean isCountable(CsvRow row, int count) {
        prizeCount += count;
        if (prizeCount > Integer.MAX_VALUE) {
            row.refuse(COUNT, "makes more than %d prizes in one draw: correct the counts".formatted(Integer.MAX_VALUE));
            return false;
        }
        return true;
    }

    private boolean isRoomFor(CsvRow row) {
        if (tiers.size() == MAX_TIERS) {
            row.refuse(TIER, "is one tier more than %d: a draw has no more".formatted(MAX_TIERS));
            return false;
        }
        return true;
    }
}
