package dev.windfall.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditExportTests {

    private static final AuditEntry ON_THE_SECOND = entry("admin", "");

    private final StringWriter out = new StringWriter();

    @Test
    void exportsWhatTheHashCanBeComputedFrom() throws Exception {
        new AuditExport.Json(out).write(ON_THE_SECOND);

        JsonNode exported = new JsonMapper().readTree(out.toString());
        String text = String.join(
                "\n",
                exported.get("previous_hash").asString(),
                exported.get("id").asString(),
                exported.get("at").asString(),
                exported.get("actor").asString(),
                exported.get("action").asString(),
                exported.get("draw_number").asString(),
                exported.get("draw_version").asString(),
                exported.get("details").asString());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        assertThat(exported.get("hash").asString()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void writesMillisecondsEvenIfThereAreNone() throws Exception {
        try (var csv = new AuditExport.Csv(out)) {
            csv.write(ON_THE_SECOND);
        }

        assertThat(out.toString().lines()).last().asString().startsWith("1,2026-08-20T19:30:00.000Z,admin,");
    }

    @Test
    void letsNoSpreadsheetTakeTextForAFormula() throws Exception {
        try (var csv = new AuditExport.Csv(out)) {
            csv.write(entry("=1+1", ""));
        }

        assertThat(out.toString()).contains(",'=1+1,");
    }

    private static AuditEntry entry(String actor, String hash) {
        var entry = new AuditEntry(
                1,
                Instant.parse("2026-08-20T19:30:00Z"),
                actor,
                "PUBLISHED",
                Optional.of("3047"),
                OptionalInt.of(2),
                "data version 17",
                AuditChain.START,
                hash);
        return hash.isEmpty() ? entry(actor, entry.computedHash()) : entry;
    }
}
