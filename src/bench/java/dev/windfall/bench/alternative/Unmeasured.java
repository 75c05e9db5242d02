package dev.windfall.bench.alternative;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Leaves out of a node what counts and names its requests, so that it can be seen what that costs.
public final class Unmeasured {

    /// Options of the Java VM.
    public static final List<String> OPTIONS = List.of(
            "-Dbench.unmeasured=true",
            "-Dmanagement.metrics.enable.all=false",
            "-Dmanagement.observations.enable.all=false");

    private static final List<String> LEFT_OUT = List.of("requestTimes", "requestStatementsFilter", "requestIds");

    private Unmeasured() {}

    /// Deliberately not a component, lest another node finds it.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("bench.unmeasured")
    static final class Beans {

        @Bean
        static BeanDefinitionRegistryPostProcessor withoutWhatMeasures() {
            return Beans::leaveOut;
        }

        private static void leaveOut(BeanDefinitionRegistry beans) {
            LEFT_OUT.forEach(beans::removeBeanDefinition);
        }
    }
}
