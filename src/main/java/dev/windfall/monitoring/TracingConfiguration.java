package dev.windfall.monitoring;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("tracing")
class TracingConfiguration {

    /// Whatever sends spans, sends them without what they must not tell.
    @Bean
    static BeanPostProcessor anonymousSpans() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter ? new AnonymousSpans(exporter) : bean;
            }
        };
    }
}
