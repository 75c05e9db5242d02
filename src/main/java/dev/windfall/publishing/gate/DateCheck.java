package dev.windfall.publishing.gate;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.SubscriptionPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Whether the date is the draw's: one that subscribers can see, the one it had before, and in the order of the draws'
/// numbers. That it isn't ahead is asked before anything else is.
final class DateCheck implements DrawCheck {

    /// Subscribers see the draws of so many periods.
    private static final int PERIODS_ON_SHOW = 3;

    /// With fewer draws around, there is no order to speak of.
    private static final int FEWEST_DRAWS = 3;

    private static final Pattern COUNTED = Pattern.compile("[0-9]{1,18}");

    private final LotteryCalendar calendar;

    DateCheck(LotteryCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void check(Candidate candidate, History history, Findings.Collector doubts) {
        checkOnShow(candidate, doubts);
        checkKnownDate(candidate, doubts);
        checkOrder(candidate, history, doubts);
    }

    private void checkOnShow(Candidate candidate, Findings.Collector doubts) {
        SubscriptionPeriod first = calendar.currentPeriod().plusMonths(1 - PERIODS_ON_SHOW);
        if (SubscriptionPeriod.of(candidate.draw().date()).compareTo(first) < 0) {
            doubts.add(candidate.finding(
                    "draw_date",
                    "%s is before the last %d months, and no subscriber will see the draw: look whether it is right"
                            .formatted(candidate.draw().date(), PERIODS_ON_SHOW)));
        }
    }

    private static void checkKnownDate(Candidate candidate, Findings.Collector doubts) {
        LocalDate date = candidate.draw().date();
        candidate
                .earlierDate()
                .filter(earlier -> !earlier.equals(date))
                .ifPresent(earlier -> doubts.add(candidate.finding(
                        "draw_date",
                        "draw %s was dated %s before, and is dated %s now: look which is right"
                                .formatted(candidate.draw().number(), earlier, date))));
    }

    /// Asks only where the draws so far are counted up from date to date.
    private static void checkOrder(Candidate candidate, History history, Findings.Collector doubts) {
        OptionalLong number = counted(candidate.draw().number());
        int known = history.before().size() + history.after().size();
        if (number.isEmpty() || known < FEWEST_DRAWS || !isCountedUp(history.before())) {
            return;
        }
        LocalDate date = candidate.draw().date();
        history.before().stream()
                .filter(draw -> draw.date().isBefore(date))
                .filter(hasNumber(other -> other > number.getAsLong()))
                .findFirst()
                .ifPresent(draw -> doubts.add(outOfOrder(candidate, draw)));
        history.after().stream()
                .filter(draw -> draw.date().isAfter(date))
                .filter(hasNumber(other -> other < number.getAsLong()))
                .findFirst()
                .ifPresent(draw -> doubts.add(outOfOrder(candidate, draw)));
    }

    private static Finding outOfOrder(Candidate candidate, PastDraw other) {
        return candidate.finding(
                "draw_date",
                "draw %s is dated %s and draw %s is dated %s, though numbers were counted up so far: look which is right"
                        .formatted(candidate.draw().number(), candidate.draw().date(), other.number(), other.date()));
    }

    /// @param latestFirst of one day in any order
    private static boolean isCountedUp(List<PastDraw> latestFirst) {
        return IntStream.range(1, latestFirst.size()).allMatch(i -> {
            OptionalLong later = counted(latestFirst.get(i - 1).number());
            OptionalLong earlier = counted(latestFirst.get(i).number());
            return later.isPresent()
                    && earlier.isPresent()
                    && (later.getAsLong() > earlier.getAsLong()
                            || latestFirst
                                    .get(i - 1)
                                    .date()
                                    .equals(latestFirst.get(i).date()));
        });
    }

    private static Predicate<PastDraw> hasNumber(LongPredicate condition) {
        return draw -> counted(draw.number()).stream().anyMatch(condition);
    }

    private static OptionalLong counted(String number) {
        return COUNTED.matcher(number).matches() ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }
}
