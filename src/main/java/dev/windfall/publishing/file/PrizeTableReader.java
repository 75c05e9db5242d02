package dev.windfall.publishing.file;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.CsvRow;
import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers the rows of a prize table by draw.
final class PrizeTableReader {

    private static final int MAX_DRAWS = 100_000;
    private static final int MAX_NUMBER_CHARACTERS = 40;

    private final String file;
    private final PrizeTable.Selection selection;
    private final Findings.Collector unattributed;
    private final Map<String, PrizeTableDraw> draws = new LinkedHashMap<>();
    private final Set<String> itemTiersToCome;

    private @Nullable PrizeTableDraw current;

    PrizeTableReader(String file, PrizeTable.Selection selection, Findings.Collector unattributed) {
        this.file = file;
        this.selection = selection;
        this.unattributed = unattributed;
        this.itemTiersToCome = new HashSet<>(selection.itemTiers());
    }

    void add(CsvRow row) {
        itemTiersToCome.remove(row.text(PrizeTableDraw.TIER));
        row.name(PrizeTableDraw.NUMBER, MAX_NUMBER_CHARACTERS)
                .flatMap(number -> drawOf(row, number))
                .ifPresent(draw -> {
                    draw.add(row, draw == current);
                    current = draw;
                });
    }

    private Optional<PrizeTableDraw> drawOf(CsvRow row, String number) {
        if (draws.size() == MAX_DRAWS && !draws.containsKey(number)) {
            row.refuse(PrizeTableDraw.NUMBER, "is one draw more than %d: split the file".formatted(MAX_DRAWS));
            return Optional.empty();
        }
        return Optional.of(
                draws.computeIfAbsent(number, unknown -> new PrizeTableDraw(unknown, selection.itemTiers())));
    }

    PrizeTable table(FileDigest digest) {
        itemTiersToCome.stream().sorted().forEach(this::refuseItemTier);
        List<DeclaredDraw> declared = new ArrayList<>();
        Map<String, Findings> refused = new LinkedHashMap<>();
        Set<String> outside = new HashSet<>();
        draws.forEach((number, draw) -> {
            if (!draw.isIn(selection)) {
                outside.add(number);
            } else if (draw.findings().isEmpty()) {
                declared.add(draw.declared());
            } else {
                refused.put(number, draw.findings());
            }
        });
        return new PrizeTable(digest, declared, refused, unattributed.findings(), outside);
    }

    /// A misspelt item would be announced as money.
    private void refuseItemTier(String tier) {
        unattributed.add(new Finding(
                file, 0, "tier", "no draw has a tier %s: spell the item tiers as here".formatted(quoted(tier))));
    }
}
