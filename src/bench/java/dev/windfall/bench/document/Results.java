package dev.windfall.bench.document;

import dev.windfall.bench.Plan;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.Machine;
import dev.windfall.bench.report.FlameGraph;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.scenario.DrawNight;
import dev.windfall.bench.scenario.Footprint;
import dev.windfall.bench.scenario.Parts;
import dev.windfall.bench.scenario.Starts;
import dev.windfall.bench.scenario.Steady;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// All that a run measured.
///
/// @param commit of the program that was measured
/// @param postgres its version and settings
/// @param growth by lotteries, the one of all other figures last
@SuppressWarnings("serial") // the map is
public record Results(
        String commit,
        LocalDate measuredOn,
        Plan plan,
        Machine machine,
        String postgres,
        Steady.Result steady,
        Measurements<Steady.Figure> monitoring,
        DrawNight.Result nights,
        Starts.Result starts,
        Map<Lottery, Steady.Result> growth,
        Measurements<Parts.Figure> parts,
        List<Footprint.Row> footprint,
        FlameGraph profile)
        implements Serializable {}
