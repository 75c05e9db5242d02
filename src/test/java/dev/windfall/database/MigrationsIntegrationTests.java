package dev.windfall.database;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Old and new nodes work side by side during an upgrade, on the tables of the new ones: whatever the old ones know of
/// is there after each migration, and what is new asks nothing of them.
class MigrationsIntegrationTests {

    /// What was taken away on purpose, as `version table.column`, once no node that could run beside used it any more.
    private static final Set<String> CONTRACTED = Set.of();

    /// The tables of the first published version. What came before met no node.
    private static final MigrationVersion FIRST_PUBLISHED = MigrationVersion.fromVersion("3");

    @Test
    void keepWhatOldNodesKnowOf() {
        String url = TestDatabase.createEmptyUrl();
        migrate(url, FIRST_PUBLISHED);
        Map<String, Column> before = columns(url);
        for (MigrationVersion version : versionsAfterTheFirstPublished(url)) {
            migrate(url, version);
            Map<String, Column> after = columns(url);
            assertKept(version, before, after);
            assertNothingAskedOfOldNodes(version, before, after);
            before = after;
        }
        assertThat(before).hasSizeGreaterThan(30);
    }

    private static void assertKept(MigrationVersion version, Map<String, Column> before, Map<String, Column> after) {
        Set<String> lost = before.entrySet().stream()
                .filter(column -> !column.getValue().isKeptBy(after.get(column.getKey())))
                .map(column -> version + " " + column.getKey())
                .collect(toSet());
        assertThat(lost)
                .as("columns that are gone, of another type or stricter")
                .isSubsetOf(CONTRACTED);
    }

    private static void assertNothingAskedOfOldNodes(
            MigrationVersion version, Map<String, Column> before, Map<String, Column> after) {
        Set<String> oldTables = before.values().stream().map(Column::table).collect(toSet());
        Set<String> asked = after.entrySet().stream()
                .filter(column -> !before.containsKey(column.getKey()))
                .filter(column -> oldTables.contains(column.getValue().table()))
                .filter(column -> !column.getValue().mayBeLeftOut())
                .map(column -> version + " " + column.getKey())
                .collect(toSet());
        assertThat(asked).as("new columns that old nodes would have to fill").isEmpty();
    }

    @Test
    void letAnOldNodeStartOnTheTablesOfANewOne() {
        String url = TestDatabase.createUrl();
        JdbcClient.create(TestDatabase.at(url)).sql("""
                        insert into flyway_schema_history
                            (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                          values (999, '999', 'of a version to come', 'SQL', 'V999__to_come.sql', 1, 'test', 1, true)
                        """).update();

        try (var node = Node.on(url)) {
            assertThat(node.bean(Database.class).ready()).isTrue();
        }
    }

    private static List<MigrationVersion> versionsAfterTheFirstPublished(String url) {
        return Arrays.stream(flyway(url, MigrationVersion.LATEST).info().all())
                .map(MigrationInfo::getVersion)
                .filter(version -> version.isNewerThan(FIRST_PUBLISHED))
                .toList();
    }

    private static void migrate(String url, MigrationVersion target) {
        flyway(url, target).migrate();
    }

    private static Flyway flyway(String url, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(TestDatabase.at(url))
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    /// By `table.column`, those of views included.
    private static Map<String, Column> columns(String url) {
        return JdbcClient.create(TestDatabase.at(url))
                .sql("""
                        select table_name, column_name, data_type, is_nullable = 'YES' as nullable,
                               column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as filled
                          from information_schema.columns
                          where table_schema = 'public' and table_name <> 'flyway_schema_history'
                          order by table_name, column_name
                        """)
                .query((row, number) -> Map.entry(
                        row.getString("table_name") + "." + row.getString("column_name"),
                        new Column(
                                row.getString("table_name"),
                                row.getString("data_type"),
                                row.getBoolean("nullable"),
                                row.getBoolean("filled"))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @param filled by the database, if nobody does
    private record Column(String table, String type, boolean nullable, boolean filled) {

        boolean isKeptBy(@Nullable Column after) {
            return after != null && type.equals(after.type) && (after.mayBeLeftOut() || !mayBeLeftOut());
        }

        boolean mayBeLeftOut() {
            return nullable || filled;
        }
    }
}
