package dev.windfall.draw;

import java.time.DayOfWeek;
import java.util.Set;

/// The days of the week on which a lottery draws for which the operator has named none.
@FunctionalInterface
public interface RegularDrawDays {

    Set<DayOfWeek> days();
}
