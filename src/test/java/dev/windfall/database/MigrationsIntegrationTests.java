package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
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
            before.forEach((name, column) -> {
                if (!CONTRACTED.contains(version + " " + name)) {
                    assertThat(after).as("%s in version %s", name, version).containsKey(name);
                    assertThat(column.isKeptBy(after.get(name)))
                            .as("version %s keeps %s of %s, and makes it %s", version, column, name, after.get(name))
                            .isTrue();
                }
            });
            Set<String> oldTables =
                    before.values().stream().map(Column::table).collect(Collectors.toSet());
            assertThat(after.entrySet())
                    .as("columns that version %s adds to tables of old nodes", version)
                    .filteredOn(added -> !before.containsKey(added.getKey())
                            && oldTables.contains(added.getValue().table()))
                    .allMatch(added -> added.getValue().mayBeLeftOut());
            before = after;
        }
        assertThat(before).hasSizeGreaterThan(30);
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
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @param filled by the database, if nobody does
    private record Column(String table, String type, boolean nullable, boolean filled) {

        boolean isKeptBy(Column after) {
            return type.equals(after.type) && (after.mayBeLeftOut() || !mayBeLeftOut());
        }

        boolean mayBeLeftOut() {
            return nullable || filled;
        }
    }
}
