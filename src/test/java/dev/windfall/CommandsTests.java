package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeAPrizeTable() throws IOException {
        Files.writeString(folder.resolve("table.csv"), """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                2026-08-13,1,Small,2.50,EUR,20
                2026-08-20,2,Small,"2,50",EUR,10
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--server.port=1",
                "import",
                "import --as=clerk --prize-table=missing.csv",
                "import --prize-table=FOLDER/table.csv",
                "import --as=clerk --prize-table=FOLDER/table.csv missing.csv",
                "import --as=clerk --prize-table=FOLDER/table.csv --from=13.08.2026",
                "import --as=clerk --prize-table=FOLDER",
                "publish",
                "publish --all 1 --as=clerk",
                "publish 1",
                "approve 1 --as=clerk",
                "approve 1@x --as=clerk",
                "withdraw 1 --as=clerk",
                "withdraw 1 --as=clerk --reason=",
                "simulate --prize-table=FOLDER/table.csv --subscribers=0 --out=FOLDER",
                "simulate --prize-table=FOLDER/table.csv --subscribers=many --out=FOLDER",
                "simulate --prize-table=FOLDER/table.csv --subscribers=1"
            })
    void endsWithTwoOnWrongArguments(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotEmpty().doesNotContain("Exception", "\tat ");
    }

    @Test
    void simulatesNothingUnderAPrizeTableWithFindings() {
        assertThat(run("simulate --prize-table=FOLDER/table.csv --subscribers=5 --out=FOLDER/winners"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("table.csv:3: prize_amount: \"2,50\" is not an amount");
        assertThat(folder.resolve("winners")).doesNotExist();
    }

    @Test
    void simulatesTheDrawsOfTheDaysAskedFor() {
        assertThat(run("simulate --prize-table=FOLDER/table.csv --to=2026-08-19 --subscribers=5 --out=FOLDER/winners"))
                .isZero();
        assertThat(folder.resolve("winners/winners-1.csv")).exists();
    }

    private int run(String arguments) {
        return Windfall.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.replace("FOLDER", folder.toString()).split(" "));
    }
}
