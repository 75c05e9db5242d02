package dev.windfall.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTests {

    private final StringWriter out = new StringWriter();

    @Test
    void writesAHeaderAndRows() throws Exception {
        write("5 euros", "a,\"b\"");

        assertThat(out.toString()).isEqualTo("tier,note\r\n5 euros,\"a,\"\"b\"\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void letsNoSpreadsheetRunAField(String formula) throws Exception {
        write(formula, "");

        assertThat(out.toString()).contains("'" + formula);
    }

    @Test
    void letsNoSpreadsheetRunWhatComesAfterASemicolon() throws Exception {
        write("Bike;=1+1", "");

        assertThat(out.toString()).contains("Bike;'=1+1");
    }

    private void write(String... fields) throws Exception {
        try (var csv = new SpreadsheetCsv(out, List.of("tier", "note"))) {
            csv.write(List.of(fields));
        }
    }
}
