package dev.windfall.draw;

import java.time.Instant;

/// How a version of a draw came before the public.
///
/// @param dataVersion the state of everything declared and published that its publication made: the later published,
///     the higher, whatever the clocks say
/// @param publishedAt by the clock of whoever published it
/// @param corrected whether it took the place of a version that people may have seen
public record Edition(long dataVersion, Instant publishedAt, boolean corrected) {}
