package dev.windfall.simulator;

import dev.windfall.draw.Tier;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.WinnersFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws the winners of a lottery by chance: as many prizes in each tier as its prize table declares, each to a
/// subscriber taken uniformly from 1 to `subscribers`, who may well be taken twice.
///
/// The same seed gives the same winners: each draw has a generator of its own, seeded from the seed and the draw's
/// number, so that it doesn't matter which other draws are simulated. The generator is named, because the platform's
/// default may change.
public final class Simulation {

    private static final String GENERATOR = "L64X128MixRandom";

    private final int subscribers;
    private final long seed;

    /// @param subscribers how many there are, numbered from 1
    public Simulation(int subscribers, long seed) {
        if (subscribers < 1) {
            throw new IllegalArgumentException("a lottery has 1 subscriber or more, not " + subscribers);
        }
        this.subscribers = subscribers;
        this.seed = seed;
    }

    /// Writes a draw's winners file, which appears under its name once it is whole. Its memory doesn't depend on the
    /// number of winners.
    ///
    /// @param folder exists
    /// @return the file, `winners-<number>.csv`; empty for a draw that nobody won, which has none
    public Optional<Path> writeWinners(DeclaredDraw draw, Path folder) throws IOException {
        if (draw.prizeCount() == 0) {
            return Optional.empty();
        }
        Path file = folder.resolve(WinnersFileName.of(draw.number()));
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            write(draw, unfinished);
            return Optional.of(Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(DeclaredDraw draw, Path file) throws IOException {
        RandomGenerator random = generator(draw.number());
        try (var rows = new WinnersFile.Rows(Files.newBufferedWriter(file), draw.number())) {
            for (Tier tier : draw.tiers()) {
                for (int i = 0; i < tier.winnersCount(); i++) {
                    rows.write(1 + random.nextInt(subscribers), tier);
                }
            }
        }
    }

    private RandomGenerator generator(String drawNumber) {
        byte[] number = drawNumber.getBytes(StandardCharsets.UTF_8);
        byte[] input = ByteBuffer.allocate(Long.BYTES + number.length)
                .putLong(seed)
                .put(number)
                .array();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
            return RandomGeneratorFactory.of(GENERATOR).create(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
