package dev.windfall.publishing.file;

import static dev.windfall.publishing.file.Finding.quoted;

import dev.windfall.draw.Money;
import dev.windfall.draw.Tier;
import java.io.IOException;
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
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final long[] counts;
    private final List<FileDigest> files = new ArrayList<>();

    /// @param prizeTable the name of the file that declares the draw
    /// @param findings takes all that is wrong
    public WinnersCheck(String prizeTable, DeclaredDraw draw, Findings.Collector findings) {
        this.prizeTable = prizeTable;
        this.draw = draw;
        this.findings = findings;
        this.counts = new long[draw.tiers().size()];
        for (int i = 0; i < counts.length; i++) {
            ordinals.put(draw.tiers().get(i).name(), i);
        }
    }

    /// Reads one file and passes on those of its rows that are as they should be.
    ///
    /// @throws IOException if the file can't be read or a row not be passed on
    public void read(Path file, Prizes prizes) throws IOException {
        try (var rows = CsvFile.open(file, WinnersFile.HEADER, findings)) {
            while (rows.hasNext()) {
                pass(rows.next(), prizes);
            }
            checkNew(new FileDigest(file.getFileName().toString(), rows.digest()));
        }
    }

    /// The files read so far.
    public List<FileDigest> files() {
        return List.copyOf(files);
    }

    /// Holds the counts of all files against the declared ones. Rows with findings make the counts differ anyway, so
    /// it is asked only when there are none.
    public void checkCounts() {
        for (int i = 0; i < counts.length; i++) {
            Tier tier = draw.tiers().get(i);
            if (counts[i] != tier.winnersCount()) {
                findings.add(new Finding(
                        prizeTable,
                        draw.lines().get(i),
                        PrizeTable.HEADER.get(PrizeTableDraw.COUNT),
                        "%d prizes of tier %s are declared in draw %s, and its winners files hold %d: %s"
                                .formatted(
                                        tier.winnersCount(),
                                        quoted(tier.name()),
                                        draw.number(),
                                        counts[i],
                                        "give all files of the draw, or correct the prize table")));
            }
        }
    }

    private void pass(CsvRow row, Prizes prizes) throws IOException {
        if (!row.isComplete()) {
            return;
        }
        boolean ours = isOfDraw(row);
        int subscriber = subscriber(row);
        int ordinal = ordinal(row);
        boolean worth = ordinal >= 0 && isWorth(row, draw.tiers().get(ordinal));
        if (ours && subscriber > 0 && worth) {
            counts[ordinal]++;
            prizes.accept(row.line(), subscriber, ordinal);
        }
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

    private static boolean isWorth(CsvRow row, Tier tier) {
        Money declared = tier.prize().value();
        String amount = row.text(WinnersFile.AMOUNT);
        String currency = row.text(WinnersFile.CURRENCY);
        if (Amounts.isWorth(declared, amount, currency)) {
            return true;
        }
        boolean currencyDiffers = !declared.currency().getCurrencyCode().equals(currency);
        row.refuse(
                currencyDiffers ? WinnersFile.CURRENCY : WinnersFile.AMOUNT,
                "%s is not what the prize table declares for tier %s, %s: correct one of them"
                        .formatted(quoted(currencyDiffers ? currency : amount), quoted(tier.name()), declared));
        return false;
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
