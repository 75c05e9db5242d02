package dev.windfall.prizes;

import java.util.List;

/// Where the things are that subscribers won. Who knows that is nothing that prizes know.
@FunctionalInterface
public interface Journeys {

    /// Those of one subscriber, as far as there is anything to tell. Answered from memory, like the prizes.
    List<Journey> of(int subscriber);
}
