package dev.windfall.refresh;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/// Commands run without the web and answer nobody, so they need no fresh snapshot either.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
@EnableConfigurationProperties(RefreshSettings.class)
class RefreshConfiguration {

    @Bean
    SchedulingConfigurer snapshotPoll(Refresher refresher, RefreshSettings settings) {
        return tasks -> tasks.addFixedDelayTask(refresher::poll, settings.interval());
    }
}
