package dev.windfall.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/// Puts the database together. The pool and Flyway are Spring Boot's own: they ask for the server's address, and the
/// embedded one has started by the time it answers.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(DataSourceProperties given, DatabaseSettings settings) {
        return StringUtils.hasText(given.getUrl())
                ? new ExternalServer(given.getUrl(), given.getUsername(), given.getPassword())
                : EmbeddedServer.start(settings);
    }

    /// Migration waits until the server can be reached, and that need not be now.
    @Bean
    FlywayMigrationStrategy migrationByDatabaseStartup() {
        return _ -> {};
    }

    @Bean
    DatabaseStartup databaseStartup(
            DatabaseServer server, DataSource dataSource, Flyway flyway, ApplicationEventPublisher events) {
        var connector = new DatabaseConnector(server, dataSource, flyway);
        return new DatabaseStartup(server.embedded(), connector::connect, events);
    }
}
