package dev.windfall.bench.alternative;

import com.netflix.hollow.api.consumer.HollowConsumer;
import com.netflix.hollow.core.index.HollowHashIndex;
import com.netflix.hollow.core.index.HollowHashIndexResult;
import com.netflix.hollow.core.read.engine.HollowReadStateEngine;
import com.netflix.hollow.core.read.engine.object.HollowObjectTypeReadState;
import com.netflix.hollow.core.read.iterator.HollowOrdinalIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks a subscriber up in the data set, by its hash index and straight in its fields, without an object a record.
final class HollowWinnings {

    private final HollowConsumer consumer;
    private volatile @Nullable Indexed indexed;

    /// The index follows deltas by itself; a new snapshot wants a new one.
    private record Indexed(
            HollowReadStateEngine engine,
            HollowHashIndex bySubscriber,
            HollowObjectTypeReadState records,
            int version,
            int tier,
            int count) {

        static Indexed of(HollowReadStateEngine engine) {
            var index = new HollowHashIndex(engine, Winning.TYPE, "", "subscriber");
            index.listenForDeltaUpdates();
            var records = (HollowObjectTypeReadState) engine.getTypeState(Winning.TYPE);
            var schema = records.getSchema();
            return new Indexed(
                    engine,
                    index,
                    records,
                    schema.getPosition("version"),
                    schema.getPosition("tier"),
                    schema.getPosition("count"));
        }
    }

    HollowWinnings(HollowConsumer consumer) {
        this.consumer = consumer;
    }

    /// To be called after each refresh.
    @SuppressWarnings("ReferenceEquality") // a new snapshot is another engine
    void index() {
        Indexed held = indexed;
        HollowReadStateEngine engine = consumer.getStateEngine();
        if (held == null || held.engine() != engine) {
            indexed = Indexed.of(engine);
        }
    }

    /// The tiers in which a subscriber won, ascending, by the version of their draw.
    Map<Integer, List<Integer>> of(int subscriber) {
        Indexed held = indexed;
        if (held == null) {
            throw new IllegalStateException("nothing is indexed yet");
        }
        HollowHashIndexResult matches = held.bySubscriber().findMatches(subscriber);
        return matches == null ? Map.of() : tiers(held, matches.iterator());
    }

    private static Map<Integer, List<Integer>> tiers(Indexed held, HollowOrdinalIterator ordinals) {
        Map<Integer, List<Integer>> won = new HashMap<>();
        for (int ordinal = ordinals.next();
                ordinal != HollowOrdinalIterator.NO_MORE_ORDINALS;
                ordinal = ordinals.next()) {
            int tier = held.records().readInt(ordinal, held.tier());
            int count = held.records().readInt(ordinal, held.count());
            won.computeIfAbsent(held.records().readInt(ordinal, held.version()), _ -> new ArrayList<>())
                    .addAll(Collections.nCopies(count, tier));
        }
        won.values().forEach(Collections::sort);
        return won;
    }
}
