package dev.windfall.publishing.file;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.CsvFile;
import dev.windfall.csv.CsvRow;
import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holds the winners files of one draw against its declared prize table. Keeps a count for each tier and the files'
/// digests, and nothing of a row that it has passed on.
public final class WinnersCheck {

    private final String prizeTable;
    private final DeclaredDraw draw;
    private final Findings.Collector findings;
    private final List<DeclaredTier> tiers = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<FileDigest> files = new ArrayList<>();

    /// @param prizeTable the name of the file that declares the draw
    /// @param findings takes all that is wrong
    public WinnersCheck(String prizeTable, DeclaredDraw draw, Findings.Collector findings) {
        this.prizeTable = prizeTable;
        this.draw = draw;
        this.findings = findings;
        for (Tier tier : draw.tiers()) {
            ordinals.put(tier.name(), tiers.size());
            tiers.add(new DeclaredTier(tier));
        }
    }

    /// Reads one file and passes on those of its rows that are as they should be.
    ///
    /// @throws IOException if the file can't be read or a row not be passed on
    public void read(Path file, Prizes prizes) throws IOException {
        read(file.getFileName().toString(), Files.newInputStream(file), prizes);
    }

    void read(String file, InputStream in, Prizes prizes) throws IOException {
        try (var rows = CsvFile.open(file, in, WinnersFile.HEADER, findings)) {
            while (rows.hasNext()) {
                pass(rows.next(), prizes);
            }
            checkNew(new FileDigest(file, rows.digest()));
        }
    }

    /// The files read so far.
    public List<FileDigest> files() {
        return List.copyOf(files);
    }

    /// Whether there are as many rows in order as are declared, tier by tier. It is asked when all files are read.
    public boolean countsAgree() {
        return tiers.stream().allMatch(DeclaredTier::isComplete);
    }

    /// Holds the counts of all files against the declared ones. Rows with findings make the counts differ anyway, so
    /// it is asked only when there are none. Sums need no finding of their own: each row that counts has its tier's
    /// amount to the cent, so where the counts agree, so do the sums.
    public void checkCounts() {
        for (int i = 0; i < tiers.size(); i++) {
            if (!tiers.get(i).isComplete()) {
                findings.add(new Finding(
                        prizeTable,
                        draw.lines().get(i),
                        PrizeTable.HEADER.get(PrizeTableDraw.COUNT),
                        tiers.get(i).difference(draw.number())));
            }
        }
    }

    private void pass(CsvRow row, Prizes prizes) throws IOException {
        if (!row.isComplete() || isHeader(row)) {
            return;
        }
        boolean ours = isOfDraw(row);
        int subscriber = subscriber(row);
        int ordinal = ordinal(row);
        boolean worth = ordinal >= 0 && tiers.get(ordinal).isWorth(row);
        if (ours && subscriber > 0 && worth) {
            tiers.get(ordinal).count();
            prizes.accept(row.line(), subscriber, ordinal);
        }
    }

    private static boolean isHeader(CsvRow row) {
        if (!row.text(WinnersFile.DRAW).equals(WinnersFile.HEADER.get(WinnersFile.DRAW))
                || !row.fields().equals(WinnersFile.HEADER)) {
            return false;
        }
        row.refuse(
                WinnersFile.DRAW,
                "the columns are named again, as if another file began here: give each file by itself, and once");
        return true;
    }

    private boolean isOfDraw(CsvRow row) {
        if (row.text(WinnersFile.DRAW).equals(draw.number())) {
            return true;
        }
        row.refuse(
                WinnersFile.DRAW,
                "%s is another draw than %s: put each draw's winners in files of their own"
                        .formatted(quoted(row.text(WinnersFile.DRAW)), draw.number()));
        return false;
    }

    private static int subscriber(CsvRow row) {
        String text = row.text(WinnersFile.SUBSCRIBER);
        long number = 0;
        for (int i = 0; i < text.length() && number <= Integer.MAX_VALUE; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (number == 0 && digit == 0)) {
                number = 0;
                break;
            }
            number = 10 * number + digit;
        }
        if (number < 1 || number > Integer.MAX_VALUE) {
            row.refuse(
                    WinnersFile.SUBSCRIBER,
                    "%s is not a subscriber's number: write digits, the first not a 0".formatted(quoted(text)));
            return 0;
        }
        return (int) number;
    }

    private int ordinal(CsvRow row) {
        String name = row.text(WinnersFile.TIER);
        Integer ordinal = ordinals.get(name);
        if (ordinal == null) {
            row.refuse(
                    WinnersFile.TIER,
                    "%s is not a tier of draw %s: write it as in the prize table"
                            .formatted(quoted(name), draw.number()));
            return -1;
        }
        return ordinal;
    }

    private void checkNew(FileDigest file) {
        files.stream()
                .filter(other -> other.sha256().equals(file.sha256()))
                .findFirst()
                .ifPresent(first -> findings.add(new Finding(
                        file.name(), 0, "", "is the same file as %s: give it once".formatted(first.name()))));
        files.add(file);
    }

    /// Takes the prizes that are in order.
    @FunctionalInterface
    public interface Prizes {

        /// @param line in the file that is being read
        /// @param tier the tier's place in the prize table
        void accept(long line, int subscriber, int tier) throws IOException;
    }
}
