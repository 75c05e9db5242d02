package dev.windfall;

import dev.windfall.database.Database;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Controller;

/// What the commands need of the program: draws, their publishing, who is on the staff and the database; no pages, no
/// snapshot and no demo. Deliberately not a component, lest the server finds it.
@ComponentScan(
        basePackages = {
            "dev.windfall.account",
            "dev.windfall.audit",
            "dev.windfall.database",
            "dev.windfall.draw",
            "dev.windfall.publishing",
            "dev.windfall.statement"
        },
        excludeFilters = {
            @ComponentScan.Filter(Controller.class),
            // of the accounts only who they are: no sign-in, and nobody let in for the first time
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = "dev\\.windfall\\.account\\.(FirstAdmin|SampleAccounts|[a-z]+\\..*)")
        })
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
final class CommandContext {

    private CommandContext() {}

    /// Does some work with the beans and shuts everything down.
    ///
    /// @return the work's exit code
    /// @throws DatabaseOutOfReach if there is no database to work with
    static int run(ToIntFunction<BeanFactory> work) {
        try (var context = new SpringApplicationBuilder(CommandContext.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.config=classpath:logback-command.xml")
                .run()) {
            if (!context.getBean(Database.class).ready()) {
                throw new DatabaseOutOfReach();
            }
            return work.applyAsInt(context);
        }
    }
}
