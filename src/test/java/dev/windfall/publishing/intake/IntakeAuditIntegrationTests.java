package dev.windfall.publishing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.FileDigest;
import dev.windfall.publishing.PublishingLab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused leaves nothing behind but its entry, by which it can be told later which files it was.
class IntakeAuditIntegrationTests {

    private static final String DRAW_7 = "2026-08-13,7,A,25.00,EUR,2\n";

    @TempDir
    Path folder;

    private PublishingLab lab;

    @BeforeEach
    void open() {
        lab = new PublishingLab(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void namesAllFilesOfADrawThatWasRefused() throws Exception {
        lab.bringIn(DRAW_7, "7,42,A,25.00,EUR\n", "7,43,A,2500,EUR\n");

        assertThat(entries())
                .containsExactly("importer REFUSED 7: %s, %s, %s, findings (1): winners-1.csv:2: amount:"
                        .formatted(digest("table.csv"), digest("winners-0.csv"), digest("winners-1.csv")));
    }

    @Test
    void knowsAFileByAllOfItsBytesEvenIfItCannotBeReadToItsEnd() throws Exception {
        lab.bringIn(DRAW_7, "7,42,A,25.00,EUR\n\"".concat("7,43,A,25.00,EUR\n".repeat(100_000)));

        assertThat(entries()).singleElement().asString().contains(digest("winners-0.csv"));
    }

    @Test
    void namesTheDrawThatThePrizeTableItselfKeepsOut() throws Exception {
        lab.bringIn("2026-08-13,7,A,1,000,EUR,1\n", "7,1,A,1.00,EUR\n");

        assertThat(entries())
                .containsExactly(
                        "importer REFUSED 7: %s, findings (1): table.csv:2: row:".formatted(digest("table.csv")));
    }

    @Test
    void namesFilesThatBelongToNoDraw() throws Exception {
        lab.bringIn(DRAW_7, "7,42,A,25.00,EUR\n7,43,A,25.00,EUR\n", "8,1,A,1.00,EUR\n", "");

        assertThat(entries())
                .contains("importer REFUSED -: %s, %s, %s, findings (2): winners-1.csv:2: draw_no:"
                        .formatted(digest("table.csv"), digest("winners-1.csv"), digest("winners-2.csv")))
                .filteredOn(entry -> entry.startsWith("importer IMPORTED 7: "))
                .hasSize(1);
    }

    @Test
    void namesAPrizeTableThatIsNotToBeTrusted() throws Exception {
        lab.bringIn(DRAW_7 + "2026-08-14,,A,1.00,EUR,1\n", "7,42,A,25.00,EUR\n");

        assertThat(entries())
                .containsExactly(
                        "importer REFUSED -: %s, findings (1): table.csv:3: draw_no:".formatted(digest("table.csv")));
    }

    /// Without the reasons of findings.
    private List<String> entries() {
        return lab.jdbc
                .sql("select actor, action, draw_number, details from audit_trail order by id")
                .query((row, number) -> "%s %s %s: %s"
                        .formatted(
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("draw_number") == null ? "-" : row.getString("draw_number"),
                                row.getString("details").replaceFirst("(: \\w+:) .*", "$1")))
                .list();
    }

    private String digest(String file) throws Exception {
        FileDigest digest = FileDigest.of(folder.resolve(file));
        return "%s (SHA-256 %s)".formatted(digest.name(), digest.sha256());
    }
}
