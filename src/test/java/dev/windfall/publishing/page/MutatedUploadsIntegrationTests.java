package dev.windfall.publishing.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.csv.Finding;
import dev.windfall.publishing.PublishingLab;
import dev.windfall.publishing.file.RowMutations;
import dev.windfall.publishing.intake.ImportRecords;
import dev.windfall.publishing.intake.RecordedImport;
import dev.windfall.publishing.intake.RecordedImport.State;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Spoilt winners files and spoilt prize tables, uploaded as staff do: whatever is in them, pages come, imports end,
/// and each finding has its place.
class MutatedUploadsIntegrationTests {

    private static final int UPLOADS = 40;
    private static final int WINNERS_FILES = 5;
    private static final String TABLE = PublishingLab.TABLE_HEADER
            + "2026-08-20,%s,%s,%s,BRL,%d\n"
                    .formatted(RowMutations.DRAW, RowMutations.TIER, RowMutations.AMOUNT, WINNERS_FILES);

    private final RowMutations mutations = new RowMutations(42);

    @Test
    void neverFailsForWhatIsUploaded() {
        try (var node = Node.at(Instant.parse("2026-08-20T18:00:00Z"), TestDatabase.createUrl())
                .withAccounts()) {
            Visitor clerk = node.signedIn("clerk");
            for (int i = 0; i < UPLOADS; i++) {
                HttpResponse<String> taken = clerk.uploadBytes("/admin/imports", "/admin/imports", files(i % 4 == 0));
                assertThat(taken.statusCode()).isEqualTo(302);
            }

            List<RecordedImport> imports = ended(node);

            assertThat(imports)
                    .hasSize(UPLOADS)
                    .extracting(RecordedImport::state)
                    .containsOnly(State.REFUSED);
            assertThat(imports)
                    .flatMap(RecordedImport::outcomes)
                    .flatMap(outcome -> outcome.findings().first())
                    .hasSizeGreaterThan(UPLOADS)
                    .allMatch(MutatedUploadsIntegrationTests::hasPlace);
            for (RecordedImport one : imports) {
                assertThat(clerk.get("/admin/imports/" + one.id()).statusCode()).isEqualTo(200);
            }
        }
    }

    /// Where a file has no row at all, there is none to name.
    private static boolean hasPlace(Finding finding) {
        return (finding.line() > 0 && !finding.field().isEmpty())
                || finding.reason().startsWith("holds no winner");
    }

    private static List<RecordedImport> ended(Node node) {
        var records = node.bean(ImportRecords.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> records.latest(UPLOADS).stream().noneMatch(one -> one.state() == State.RUNNING));
        return records.latest(UPLOADS).stream()
                .map(one -> records.find(one.id()).orElseThrow())
                .toList();
    }

    private String[] files(boolean isTableSpoilt) {
        List<String> files = new ArrayList<>();
        files.addAll(List.of("prizeTable", "table.csv", bytes(TABLE) + (isTableSpoilt ? spoilt() : "")));
        for (int i = 0; i < WINNERS_FILES; i++) {
            files.addAll(List.of("winnersFiles", i + ".csv", bytes(PublishingLab.WINNERS_HEADER) + spoilt()));
        }
        return files.toArray(String[]::new);
    }

    private String spoilt() {
        return new String(mutations.next(), ISO_8859_1);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
