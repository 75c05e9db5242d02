package dev.windfall.publishing.file;

import dev.windfall.csv.CsvFile;
import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A prize table as far as it was asked for: `draw_date,draw_no,tier,prize_amount,currency,winners_count`, a row for
/// each tier, the tiers of one draw one after the other.
///
/// @param draws those without a finding, in the order of the table
/// @param refused what is wrong with the others, by draw number
/// @param unattributed what can't be laid at one draw's door: as long as there is any, no draw of the table is to be
///     trusted, since the row in question may belong to each of them
/// @param outside the draws dated outside the days asked for
public record PrizeTable(
        FileDigest file,
        List<DeclaredDraw> draws,
        Map<String, Findings> refused,
        Findings unattributed,
        Set<String> outside) {

    static final List<String> HEADER =
            List.of("draw_date", "draw_no", "tier", "prize_amount", "currency", "winners_count");

    public PrizeTable {
        draws = List.copyOf(draws);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
        outside = Set.copyOf(outside);
    }

    /// @throws IOException if the file can't be read
    public static PrizeTable read(Path file, Selection selection) throws IOException {
        var findings = new Findings.Collector();
        String name = file.getFileName().toString();
        var reader = new PrizeTableReader(name, selection, findings);
        try (var rows = CsvFile.open(file, HEADER, findings)) {
            rows.forEachRemaining(reader::add);
            return reader.table(new FileDigest(name, rows.digest()));
        }
    }

    /// Which draws of a prize table are wanted, and what can't be seen in it.
    ///
    /// @param from the first day
    /// @param to the last day
    /// @param itemTiers the names of those tiers whose prize is a thing; in the others it is money
    public record Selection(LocalDate from, LocalDate to, Set<String> itemTiers) {

        public static final Selection ALL = new Selection(LocalDate.MIN, LocalDate.MAX, Set.of());

        public Selection {
            itemTiers = Set.copyOf(itemTiers);
        }

        boolean includes(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }
}
