package dev.windfall.bench.jmh;

import com.netflix.hollow.core.index.HollowHashIndex;
import com.netflix.hollow.core.index.HollowHashIndexResult;
import com.netflix.hollow.core.read.engine.HollowReadStateEngine;
import com.netflix.hollow.core.read.engine.object.HollowObjectTypeReadState;
import com.netflix.hollow.core.read.iterator.HollowOrdinalIterator;
import com.netflix.hollow.core.util.StateEngineRoundTripper;
import com.netflix.hollow.core.write.HollowWriteStateEngine;
import com.netflix.hollow.core.write.objectmapper.HollowObjectMapper;
import dev.windfall.bench.alternative.Winning;
import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.DrawnWinners.DrawnDraw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The winners as a Hollow data set with a hash index on the subscriber, without the rest of a node.
final class HollowIndex implements LookUp {

    /// Held on to, or it would say again what it reads each time.
    private static final Logger CHATTER = Logger.getLogger("com.netflix.hollow");

    static {
        CHATTER.setLevel(Level.WARNING);
    }

    private final HollowHashIndex bySubscriber;
    private final HollowObjectTypeReadState records;
    private final int draw;
    private final int tier;
    private final int count;
    private final int draws;

    private HollowIndex(HollowReadStateEngine engine, int draws) {
        this.draws = draws;
        bySubscriber = new HollowHashIndex(engine, Winning.TYPE, "", "subscriber");
        records = (HollowObjectTypeReadState) engine.getTypeState(Winning.TYPE);
        draw = records.getSchema().getPosition("version");
        tier = records.getSchema().getPosition("tier");
        count = records.getSchema().getPosition("count");
    }

    static HollowIndex of(DrawnWinners drawn) throws IOException {
        var writer = new HollowWriteStateEngine();
        var mapper = new HollowObjectMapper(writer);
        for (int draw = 0; draw < drawn.draws().size(); draw++) {
            add(mapper, draw, drawn.draws().get(draw));
        }
        return new HollowIndex(
                StateEngineRoundTripper.roundTripSnapshot(writer), drawn.draws().size());
    }

    /// Hollow keeps equal records once, so prizes of one tier in one draw are counted.
    private static void add(HollowObjectMapper mapper, int draw, DrawnDraw drawn) {
        int count = 1;
        for (int i = 0; i < drawn.prizeCount(); i++) {
            boolean last = i + 1 == drawn.prizeCount()
                    || drawn.subscribers()[i + 1] != drawn.subscribers()[i]
                    || drawn.tiers()[i + 1] != drawn.tiers()[i];
            if (last) {
                mapper.add(new Winning(drawn.subscribers()[i], draw, drawn.tiers()[i], count));
                count = 1;
            } else {
                count++;
            }
        }
    }

    @Override
    public int tiersOf(int subscriber) {
        int sum = 0;
        HollowOrdinalIterator found = find(subscriber);
        for (int ordinal = found.next(); ordinal != HollowOrdinalIterator.NO_MORE_ORDINALS; ordinal = found.next()) {
            sum += records.readInt(ordinal, tier) * records.readInt(ordinal, count);
        }
        return sum;
    }

    @Override
    public List<List<Integer>> tiersByDraw(int subscriber) {
        List<List<Integer>> byDraw = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
                .limit(draws)
                .toList();
        HollowOrdinalIterator found = find(subscriber);
        for (int ordinal = found.next(); ordinal != HollowOrdinalIterator.NO_MORE_ORDINALS; ordinal = found.next()) {
            byDraw.get(records.readInt(ordinal, draw))
                    .addAll(Collections.nCopies(records.readInt(ordinal, count), records.readInt(ordinal, tier)));
        }
        byDraw.forEach(Collections::sort);
        return byDraw;
    }

    private HollowOrdinalIterator find(int subscriber) {
        HollowHashIndexResult found = bySubscriber.findMatches(subscriber);
        return found == null ? () -> HollowOrdinalIterator.NO_MORE_ORDINALS : found.iterator();
    }
}
