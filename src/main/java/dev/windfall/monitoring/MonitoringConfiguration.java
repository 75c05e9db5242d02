package dev.windfall.monitoring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringConfiguration {

    /// More than the program has of anything: who finds a way to make up more makes no more meters.
    private static final int MAX_VALUES = 1_000;

    private static final Map<String, String> EXPLANATIONS = Map.of(
            "http.client.requests", "Requests that this node made, such as for carriers' status codes",
            "jdbc.query", "Statements, as traces have them",
            "tasks.scheduled.execution", "Scheduled tasks, by the code that runs and what came of it",
            "tomcat.", "Figures of the web server Tomcat, as its MBeans have them");

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

    /// What libraries leave unexplained.
    @Bean
    static MeterFilter explained() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getDescription() != null
                        ? id
                        : EXPLANATIONS.entrySet().stream()
                                .filter(explanation -> id.getName().startsWith(explanation.getKey()))
                                .findFirst()
                                .map(explanation -> explained(id, explanation.getValue()))
                                .orElse(id);
            }
        };
    }

    private static Meter.Id explained(Meter.Id id, String description) {
        return new Meter.Id(id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), description, id.getType());
    }

    private static MeterFilter bounded(String meters, String label) {
        return MeterFilter.maximumAllowableTags(meters, label, MAX_VALUES, MeterFilter.deny());
    }
}
