package dev.windfall.monitoring;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringConfiguration {

    /// More than the program has of anything: who finds a way to make up more makes no more meters.
    private static final int MAX_VALUES = 1_000;

    @Bean
    static MeterFilter boundedRoutes() {
        return bounded("http.server.requests", "uri");
    }

    @Bean
    static MeterFilter boundedRoutesOfStatements() {
        return bounded("windfall.request.statements", "route");
    }

    @Bean
    static MeterFilter boundedStatements() {
        return bounded("windfall.statements", "statement");
    }

    private static MeterFilter bounded(String meters, String label) {
        return MeterFilter.maximumAllowableTags(meters, label, MAX_VALUES, MeterFilter.deny());
    }
}
