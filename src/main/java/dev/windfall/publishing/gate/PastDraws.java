package dev.windfall.publishing.gate;

import java.time.LocalDate;
import java.util.List;

/// The draws that are published already, whose results somebody has stood up for.
interface PastDraws {

    /// Those dated up to that day, the newest first, without the draw of that number itself.
    List<PastDraw> upTo(LocalDate date, String number, int limit);

    /// Those dated from that day on, the oldest first, without the draw of that number itself.
    List<PastDraw> from(LocalDate date, String number, int limit);
}
