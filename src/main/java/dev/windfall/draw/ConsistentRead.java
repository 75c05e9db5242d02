package dev.windfall.draw;

import java.util.function.Supplier;

/// Lets several questions see the database as it was at one moment, so that their answers belong together.
@FunctionalInterface
public interface ConsistentRead {

    <T> T of(Supplier<T> questions);
}
