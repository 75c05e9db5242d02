package dev.windfall.bench.lab;

import dev.windfall.draw.Tier;
import dev.windfall.draw.Winners;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/// The winners of several draws as the simulator drew them, out of any database: for what is measured in memory.
///
/// @param draws oldest first
public record DrawnWinners(List<DrawnDraw> draws) {

    private static final long SEED = 2026;
    private static final String SUFFIX = ".winners";

    public DrawnWinners {
        draws = List.copyOf(draws);
    }

    public static final class DrawnDraw {

        private final int[] subscribers;
        private final byte[] tiers;

        private DrawnDraw(int[] subscribers, byte[] tiers) {
            this.subscribers = subscribers;
            this.tiers = tiers;
        }

        /// In the order of their numbers, once for each prize.
        public int[] subscribers() {
            return subscribers;
        }

        /// The places of the tiers in the prize table.
        public byte[] tiers() {
            return tiers;
        }

        /// As Windfall keeps them.
        public Winners.Builder winners() {
            Winners.Builder builder = Winners.builder(subscribers.length);
            for (int i = 0; i < subscribers.length; i++) {
                builder.add(subscribers[i], tiers[i]);
            }
            return builder;
        }

        public int prizeCount() {
            return subscribers.length;
        }
    }

    public long prizeCount() {
        return draws.stream().mapToLong(DrawnDraw::prizeCount).sum();
    }

    /// What some subscribers won, by looking at every single prize: slow, and beyond doubt.
    ///
    /// @return by subscriber a list for each draw, oldest first, of the places of tiers in the prize table
    public Map<Integer, List<List<Integer>>> tiersByDraw(BitSet some) {
        Map<Integer, List<List<Integer>>> found = new HashMap<>();
        some.stream()
                .forEach(subscriber -> found.put(
                        subscriber,
                        draws.stream()
                                .<List<Integer>>map(_ -> new ArrayList<>())
                                .toList()));
        for (int draw = 0; draw < draws.size(); draw++) {
            DrawnDraw drawn = draws.get(draw);
            for (int i = 0; i < drawn.prizeCount(); i++) {
                if (some.get(drawn.subscribers[i])) {
                    Objects.requireNonNull(found.get(drawn.subscribers[i]))
                            .get(draw)
                            .add((int) drawn.tiers[i]);
                }
            }
        }
        return found;
    }

    /// Draws the winners under a prize table and keeps them in a folder, for processes that come later.
    ///
    /// @param subscribers numbered from 1
    public static void write(Path prizeTable, PrizeTable.Selection selection, int subscribers, Path folder)
            throws IOException {
        // whole, or not there at all
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        var simulation = new Simulation(subscribers, SEED);
        for (DeclaredDraw draw : PrizeTable.read(prizeTable, selection).draws()) {
            Path csv = simulation.writeWinners(draw, unfinished).orElseThrow();
            write(unfinished.resolve(draw.date() + "-" + draw.number() + SUFFIX), sorted(draw, csv));
            Files.delete(csv);
        }
        Files.move(unfinished, folder);
    }

    public static DrawnWinners read(Path folder) throws IOException {
        List<DrawnDraw> draws = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                draws.add(readDraw(file));
            }
        }
        return new DrawnWinners(draws);
    }

    private static long[] sorted(DeclaredDraw draw, Path csv) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        for (Tier tier : draw.tiers()) {
            places.put(tier.name(), places.size());
        }
        try (var rows = Files.lines(csv)) {
            return rows.skip(1)
                    .map(row -> row.split(",", 4))
                    .mapToLong(row -> Long.parseLong(row[1]) << Byte.SIZE | Objects.requireNonNull(places.get(row[2])))
                    .sorted()
                    .toArray();
        }
    }

    private static void write(Path file, long[] prizes) throws IOException {
        var bytes = ByteBuffer.allocate(prizes.length * Long.BYTES);
        bytes.asLongBuffer().put(prizes);
        Files.write(file, bytes.array());
    }

    private static DrawnDraw readDraw(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var prizes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .asLongBuffer();
            int[] subscribers = new int[prizes.remaining()];
            byte[] tiers = new byte[subscribers.length];
            for (int i = 0; i < subscribers.length; i++) {
                long prize = prizes.get(i);
                subscribers[i] = (int) (prize >>> Byte.SIZE);
                tiers[i] = (byte) prize;
            }
            return new DrawnDraw(subscribers, tiers);
        }
    }
}
