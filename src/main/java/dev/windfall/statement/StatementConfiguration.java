package dev.windfall.statement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import net.ttddyy.dsproxy.transform.QueryTransformer;
import net.ttddyy.observation.boot.autoconfigure.ProxyDataSourceBuilderCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatementSettings.class)
class StatementConfiguration {

    /// Counts nothing where there are no metrics, as in commands.
    @Bean
    Statements statements(ObjectProvider<MeterRegistry> meters, StatementSettings settings) {
        return new Statements(meters.getIfAvailable(CompositeMeterRegistry::new), settings);
    }

    @Bean
    StatementListener statementListener(Statements statements) {
        return new StatementListener(statements);
    }

    /// The proxy's own configuration has results proxied only where each fetch is to be traced.
    @Bean
    ProxyDataSourceBuilderCustomizer countedRows(StatementListener listener) {
        return (proxy, pool, bean, name) -> proxy.proxyResultSet(listener);
    }

    @Bean
    static QueryTransformer statementNames() {
        return statement -> StatementName.addTo(statement.getQuery());
    }
}
