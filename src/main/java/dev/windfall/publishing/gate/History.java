package dev.windfall.publishing.gate;

import java.util.List;

/// The published draws around another one.
///
/// @param before dated on its day or before, the latest first
/// @param after dated on its day or after, the earliest first
record History(List<PastDraw> before, List<PastDraw> after) {

    History {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
